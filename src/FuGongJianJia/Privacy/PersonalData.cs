using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Text;

namespace FuGongJianJia.Privacy;

/// <summary>
/// Finds personal information（个人信息） in any text, after compatibility folding: full-width and split digits are no hiding
/// place. Policy: PIPL, articles 25, 28 and 29. What is found is never printed; see <see cref="Mask"/>. What comes in
/// is searched with every disguise taken off; what goes out, made of nothing but what came in, by the plain rules.
/// </summary>
public static partial class PersonalData
{
    private static readonly List<PersonalFind> Nothing = new(0);

    /// <summary>Everything found, in order.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="isCode">True for columns of codes, where long digits are identifiers of the table: only ID numbers
    /// are looked for.</param>
    public static IReadOnlyList<PersonalFind> Find(string text, bool isCode = false) => Search(text, isCode).Finds;

    /// <summary>What stands there undisguised: the second look, over a finished output of thousands of files.</summary>
    internal static List<PersonalFind> FindPlain(string text, bool isCode = false)
    {
        if (!QuickLook.MayHoldPlain(text))
        {
            return Nothing;
        }

        var finds = Plain(SearchFold.Of(text), isCode);
        Sort(finds);
        return finds;
    }

    /// <summary>The text with every find replaced by *: what may stand in a message.</summary>
    public static string Mask(string text)
    {
        var (folded, finds) = Search(text, isCode: false);
        if (finds.Count == 0)
        {
            return text;
        }

        var builder = new StringBuilder(folded);
        foreach (var find in finds)
        {
            for (var i = find.Start; i < find.Start + find.Length; i++)
            {
                builder[i] = '*';
            }
        }

        return builder.ToString();
    }

    private static (string Folded, List<PersonalFind> Finds) Search(string text, bool isCode)
    {
        if (!QuickLook.MayHold(text))
        {
            return (text, Nothing);
        }

        var plain = PlainText.Of(text);
        var finds = Plain(plain, isCode);
        if (!isCode)
        {
            foreach (var find in SplitNumbers.Find(plain))
            {
                Add(find, finds);
            }

            Add(CoveredIdPattern(), PersonalKind.IdNumber, plain, finds);
            Add(CoveredCardPattern(), PersonalKind.BankCard, plain, finds);
            Add(CoveredMobilePattern(), PersonalKind.Mobile, plain, finds);
            Add(DocumentPattern(), PersonalKind.Document, plain, finds);
            Add(PlatePattern(), PersonalKind.Plate, plain, finds);
            Add(ChatPattern(), PersonalKind.ChatName, plain, finds);
            Add(HiddenEmailPattern(), PersonalKind.Email, plain, finds);
            Add(HomePattern(), PersonalKind.HomeAddress, plain, finds);
            Add(LinePattern(), PersonalKind.LandLine, plain, finds);
            Add(HardshipNamePattern(), PersonalKind.HardshipName, plain, finds);
        }

        Sort(finds);
        return (plain, finds);
    }

    private static List<PersonalFind> Plain(string folded, bool isCode)
    {
        var finds = new List<PersonalFind>();
        NumberRuns.Find(folded, isCode, finds);
        if (!isCode && QuickLook.HasPlainHint(folded))
        {
            Add(EmailPattern(), PersonalKind.Email, folded, finds);
            Add(AddressPattern(), PersonalKind.HomeAddress, folded, finds);
            Add(BirthPattern(), PersonalKind.BirthDate, folded, finds);
            Add(BornPattern(), PersonalKind.BirthDate, folded, finds);
            Add(AnnouncedPhonePattern(), PersonalKind.LandLine, folded, finds);
        }

        return finds;
    }

    private static void Sort(List<PersonalFind> finds) =>
        finds.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Kind.CompareTo(b.Kind));

    private static void Add(Regex pattern, PersonalKind kind, string text, List<PersonalFind> finds)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            var find = new PersonalFind(kind, match.Index, match.Length);
            if (
                kind is not (PersonalKind.LandLine or PersonalKind.Document or PersonalKind.ChatName)
                || !NumberContext.IsCountOrDay(text, find)
            )
            {
                Add(find, finds);
            }
        }
    }

    private static void Add(PersonalFind find, List<PersonalFind> finds)
    {
        if (!finds.Exists(f => find.Start < f.Start + f.Length && f.Start < find.Start + find.Length))
        {
            finds.Add(find);
        }
    }
}
