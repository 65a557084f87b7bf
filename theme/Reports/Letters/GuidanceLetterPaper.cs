using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Model;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Letters;

/// <summary>提示函、预警函、督办函、约谈通知: one matter a letter, as it was known on its day.</summary>
internal static class GuidanceLetterPaper
{
    /// <summary>The versions, the roomiest first.</summary>
    public static ImmutableArray<Document> Versions(OfficeEdition edition, GuidanceLetter letter) =>
        LetterForm.Versions(look => Compose(edition, letter, look));

    /// <summary>For Word.</summary>
    public static Document ForWord(OfficeEdition edition, GuidanceLetter letter) =>
        LetterForm.ForWord(look => Compose(edition, letter, look));

    private static Document Compose(OfficeEdition edition, GuidanceLetter letter, LetterLook look)
    {
        var (guidance, issuer) = (letter.Guidance, LetterWords.IssuerOf(edition));
        var number = letter.NumberText(edition.Settings);
        return LetterForm.Compose(
            edition,
            new(
                issuer,
                number,
                letter.Title,
                guidance.Rung.LetterName(),
                guidance.OrganisationName,
                guidance.IssuedOn,
                letter.UpperName
            ),
            [new Paragraph(letter.Opening), .. letter.Parts(issuer).Select((part, i) => LetterForm.Part(i + 1, part))],
            LetterForm.Slip(
                Rows(letter, number),
                letter.Return(LetterWords.DepartmentOf(edition), edition.Settings.OfficePhone)
            ),
            look
        );
    }

    // A letter asks and also offers: 需要上级帮助的事 stands in every slip.
    private static IEnumerable<SlipRow> Rows(GuidanceLetter letter, string number)
    {
        var guidance = letter.Guidance;
        yield return new("函号") { Text = number };
        yield return new("单位") { Text = $"{guidance.OrganisationName}（{guidance.Organisation}）" };
        foreach (var row in Asked(guidance.Rung))
        {
            yield return SlipRow.Open(row);
        }

        yield return SlipRow.Open("需要上级帮助的事");
        if (letter.UpperName.Length > 0 && guidance.Rung >= GuidanceRung.Supervision)
        {
            yield return SlipRow.Signed($"{letter.UpperName}核实意见", "（签名）");
        }

        yield return SlipRow.Signed("单位（盖章）");
    }

    private static ImmutableArray<string> Asked(GuidanceRung rung) =>
        rung switch
        {
            GuidanceRung.Reminder or GuidanceRung.Warning => ["收到日期", "办理安排和完成日期", "经办人、职务"],
            GuidanceRung.Supervision => ["原因", "已办的事和日期", "下一步安排和完成日期"],
            _ => ["参加人、职务", "能否按时参加", "原因和整改安排"],
        };
}
