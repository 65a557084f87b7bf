using System.Globalization;
using System.Text;
using FuGongJianJia.Editions;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Tests.Import;

/// <summary>
/// What a case comes to in the edition, as lines: totals, places and why none, what is withheld, and the open data of
/// what is withheld.
/// </summary>
internal static class CaseFacts
{
    public static Edition Edition(Dataset dataset) =>
        Composer.Compose(
            dataset,
            Scorer.Score(dataset, TestContext.Current.CancellationToken),
            new(null, "test", "0123456789ab")
        );

    public static Edition Edition(string name) =>
        Edition(
            Importer
                .Import(GoldenCases.Files(name), ImportOptions.Default, TestContext.Current.CancellationToken)
                .Dataset
                ?? throw new InvalidOperationException($"{name} has errors.")
        );

    public static string Of(Edition edition)
    {
        var text = new StringBuilder();
        var open = OpenData
            .Create(edition)
            .ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Content), StringComparer.Ordinal);
        foreach (var period in edition.Office.Periods)
        {
            var rows = open[$"site/data/{period.Period}/indicators.csv"].Split("\r\n");
            foreach (var unit in period.Towns.Concat(period.Unions).Prepend(period.District))
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{period.Period} {unit.Code} {unit.Name}：总指数 {Number(unit.Total)}，"
                        + $"{unit.Grade?.Word() ?? "无等次"}，覆盖率 {Number(unit.Coverage)}，{unit.Ranking.Text}"
                );
                text.Append(unit.Ranking.Reason.Length > 0 ? $"（{unit.Ranking.Reason}）" : "").Append('\n');
                foreach (var item in unit.Indicators.Where(i => i.Withheld != Withheld.No))
                {
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"  {item.Code}：{item.NumeratorText}/{item.DenominatorText}，{item.ValueText}"
                            + $"，得分 {Number(item.Score)}\n"
                    );
                    text.Append("  开放数据：")
                        .Append(
                            rows.SingleOrDefault(r =>
                                r.StartsWith($"{unit.Code},", StringComparison.Ordinal)
                                && r.Contains($",{item.Code},", StringComparison.Ordinal)
                            ) ?? "无"
                        )
                        .Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static string Number(decimal? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "—";
}
