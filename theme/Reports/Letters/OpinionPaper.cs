using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Letters;

/// <summary>反馈意见书: what a unit reached in a year, what is good, what to mend and what first.</summary>
internal static class OpinionPaper
{
    /// <summary>The versions, the roomiest first.</summary>
    public static ImmutableArray<Document> Versions(OfficeEdition edition, OfficePeriod period, Opinion opinion) =>
        LetterForm.Versions(look => Compose(edition, period, opinion, look));

    /// <summary>For Word.</summary>
    public static Document ForWord(OfficeEdition edition, OfficePeriod period, Opinion opinion) =>
        LetterForm.ForWord(look => Compose(edition, period, opinion, look));

    private static Document Compose(OfficeEdition edition, OfficePeriod period, Opinion opinion, LetterLook look)
    {
        var (date, settings) = (Furniture.DateOf(edition, period), edition.Settings.Letters);
        var department = LetterWords.DepartmentOf(edition);
        var number = 0;
        var body = ImmutableArray.CreateBuilder<DocumentBlock>();
        body.Add(
            new Paragraph(
                $"现将你会{period.Period.Title}五大指数结果和意见反馈如下。结果用于改进工作，不作评价个人的依据。"
            )
        );
        Say("结果", opinion.ResultText);
        Say("做得好的", opinion.GoodText);
        Rows(
            "要改的",
            "按可得分排。",
            Table.Of(
                [.. Wide(2.2), .. Wide(1.1), .. Wide(1.1), .. Wide(2.4), TableColumn.Content()],
                ["事项", "上年", "本年", "差在哪里", "可得"],
                opinion.ToMend.Select(r => (IEnumerable<string>)[r.Matter, r.Before, r.Now, r.Gap, r.Gain])
            ),
            opinion.MissingText
        );
        var first = opinion.First;
        Rows(
            first.Length == 1 ? "先办一件" : $"先办{Numerals.Han(first.Length)}件",
            "",
            Table.Of(
                [.. Wide(1.8), .. Wide(2.4), .. Wide(1.3), .. Wide(2), .. Wide(1.5)],
                ["做什么", "怎么做", "做成什么样", "谁来做", "何时"],
                first.Select(r => (IEnumerable<string>)[r.Matter, r.Remedy, r.Goal, r.Who, r.When])
            ),
            ""
        );
        Say("资格", opinion.EligibilityText);
        Say("回复", opinion.ReplyText(date, department, settings));
        return LetterForm.Compose(
            edition,
            new(
                LetterWords.IssuerOf(edition),
                NumberOf(opinion, date, settings),
                opinion.Title,
                "反馈意见书",
                opinion.Unit.Name,
                date,
                opinion.UpperName
            ),
            body.ToImmutable(),
            Slip(edition, period, opinion, date),
            look
        );

        void Say(string head, string text)
        {
            if (text.Length > 0)
            {
                body.Add(LetterForm.Part(++number, new(head, [new(text)])));
            }
        }

        void Rows(string head, string lead, Table table, string after)
        {
            if (table.Rows.Length > 0)
            {
                body.Add(LetterForm.Part(++number, new(head, lead.Length > 0 ? [new(lead)] : []), look.Styles));
                body.Add(table);
            }

            if (after.Length > 0)
            {
                body.Add(new Paragraph(after));
            }
        }
    }

    private static string NumberOf(Opinion opinion, DateOnly date, Model.LetterSettings settings) =>
        LetterWords.Number(settings.OpinionMark, date.Year, opinion.Number);

    private static ImmutableArray<TableColumn> Wide(double share) => [TableColumn.Share(share)];

    private static ImmutableArray<DocumentBlock> Slip(
        OfficeEdition edition,
        OfficePeriod period,
        Opinion opinion,
        DateOnly date
    )
    {
        var settings = edition.Settings.Letters;
        return LetterForm.Slip(
            [
                new("函号") { Text = NumberOf(opinion, date, settings) },
                new("单位") { Text = $"{opinion.Unit.Name}（{opinion.Unit.Code}）" },
                new("结果") { Text = "□无异议　　□有异议" },
                SlipRow.Open("有异议的指标和依据"),
                SlipRow.Open(opinion.First.IsEmpty ? "下一年的打算" : "先办的事的日期和负责人"),
                SlipRow.Open("需要上级帮助的事"),
                SlipRow.Signed("工会主席（签名）"),
                SlipRow.Signed("单位（盖章）"),
            ],
            $"{period.Period.Title}度反馈意见书回执，"
                + LetterWords.Returned(
                    date.AddDays(settings.ReplyDays),
                    opinion.UpperName,
                    LetterWords.DepartmentOf(edition),
                    edition.Settings.OfficePhone
                )
        );
    }
}
