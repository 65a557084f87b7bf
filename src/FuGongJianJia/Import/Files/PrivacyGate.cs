using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Import.Files;

/// <summary>
/// The gate（个人信息闸口）: every text that enters is looked at once; a find is an error whose message holds the place and
/// never the value.
/// </summary>
internal static class PrivacyGate
{
    /// <summary>Looks at a text of any origin; true when it holds something.</summary>
    public static bool Check(
        string text,
        SourcePlace place,
        string what,
        DiagnosticBag bag,
        bool isCode = false,
        PersonalKind? allowed = null
    )
    {
        var finds = PersonalData.Find(text, isCode);
        return finds.Count > 0 && Report(finds, place, what, bag, allowed);
    }

    /// <summary>
    /// Looks at texts that are output as one, as the finished output is looked at: by the plain rules, since the
    /// disguises were looked for in each of them.
    /// </summary>
    public static void CheckJoined(string text, SourcePlace place, string what, DiagnosticBag bag) =>
        Report(PersonalData.FindPlain(text), place, what, bag, allowed: null);

    private static bool Report(
        IReadOnlyList<PersonalFind> finds,
        SourcePlace place,
        string what,
        DiagnosticBag bag,
        PersonalKind? allowed
    )
    {
        var kinds = finds.Select(f => f.Kind).Where(k => k != allowed).Distinct().ToList();
        foreach (var kind in kinds)
        {
            var code = Code(kind);
            bag.Add(code, place, $"{what}里发现{kind.Word()}（内容不显示）。{code.Remedy}");
        }

        return kinds.Count > 0;
    }

    /// <summary>The diagnostic that refuses the build.</summary>
    private static DiagnosticCode Code(PersonalKind kind) =>
        kind switch
        {
            PersonalKind.IdNumber => PrivacyCodes.IdNumber,
            PersonalKind.Mobile => PrivacyCodes.Mobile,
            PersonalKind.LandLine => PrivacyCodes.LandLine,
            PersonalKind.BankCard => PrivacyCodes.BankCard,
            PersonalKind.Email => PrivacyCodes.Email,
            PersonalKind.HomeAddress => PrivacyCodes.HomeAddress,
            PersonalKind.BirthDate => PrivacyCodes.BirthDate,
            PersonalKind.Document => PrivacyCodes.Document,
            PersonalKind.Plate => PrivacyCodes.Plate,
            PersonalKind.ChatName => PrivacyCodes.ChatName,
            _ => PrivacyCodes.HardshipName,
        };

    /// <summary>Looks at every line of a long text, so that the message names the line.</summary>
    /// <returns>The lines that hold something.</returns>
    public static HashSet<int> CheckLines(string text, string path, string what, DiagnosticBag bag)
    {
        var lines = new HashSet<int>();
        var line = 1;
        var above = "";
        foreach (var part in text.AsSpan().EnumerateLines())
        {
            var own = part.ToString();
            if (Check(own, new(path, line), what, bag))
            {
                lines.Add(line);
                own = "";
            }
            else if (above.Length > 0 && own.Length > 0 && Check(above + "\n" + own, new(path, line - 1), what, bag))
            {
                // A number may be cut by the end of a line.
                lines.Add(line - 1);
                lines.Add(line);
                own = "";
            }

            above = own;
            line++;
        }

        return lines;
    }
}
