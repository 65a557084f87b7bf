using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files.Csv;
using FuGongJianJia.Model;
using FuGongJianJia.Tabular;

namespace FuGongJianJia.Tests.Import;

/// <summary>
/// What is written is read back, whatever the encoding, the delimiter, the line ends or the order of rows.
/// </summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData("utf-8", true, ",", "\r\n")]
    [InlineData("utf-8", false, "\t", "\n")]
    [InlineData("utf-8", false, "，", "\r\n")]
    [InlineData("utf-8", true, ";", "\r")]
    [InlineData("gb18030", false, ",", "\r\n")]
    [InlineData("gb18030", false, "，", "\n")]
    [InlineData("utf-16", true, "\t", "\r\n")]
    [InlineData("utf-16BE", true, ",", "\n")]
    public void Every_text_form_gives_the_same_organisations(
        string encoding,
        bool mark,
        string delimiter,
        string newline
    )
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = (
            Samples.Text(Samples.Organisations) + "J9,㙍𬭎合金工会,,基层,Z1,基层工会,企业,,,30,30,10,,正常,,是\n"
        )
            .Replace(",", delimiter, StringComparison.Ordinal)
            .Replace("\n", newline, StringComparison.Ordinal);
        var to = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? to.GetPreamble() : [], .. to.GetBytes(text)];
        var result = Samples.Import((Samples.Organisations, bytes));
        Assert.NotNull(result.Dataset);
        Assert.Equal("㙍𬭎合金工会", result.Dataset.Periods[0].Organisations.Single(o => o.Code == "J9").Name);
        Assert.Equal(7, result.Dataset.Periods[0].Organisations.Length);
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var lines = Samples.Text(Samples.Values).TrimEnd('\n').Split('\n');
        Prop.ForAll(
                Gen.Shuffle(lines.Skip(1)).ToArbitrary(),
                rows =>
                {
                    var result = Samples.Import(
                        (Samples.Values, Samples.Utf8(string.Join('\n', rows.Prepend(lines[0]))))
                    );
                    return result.Dataset!.Periods[0].Observations.SequenceEqual(Straight());
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Long_and_wide_tables_give_the_same_values()
    {
        var straight = Straight();
        var codes = straight.Select(o => o.Indicator).Distinct().ToList();
        var header = "组织编码," + string.Join(',', codes.SelectMany(c => new[] { c, c + "分子", c + "分母" }));
        var rows = straight
            .GroupBy(o => o.Organisation)
            .Select(g => g.Key + "," + string.Join(',', codes.SelectMany(c => Cells(g.Single(o => o.Indicator == c)))));
        var result = Samples.Import((Samples.Values, Samples.Utf8(header + "\n" + string.Join('\n', rows))));
        Assert.Equal(straight, result.Dataset!.Periods[0].Observations);
    }

    [Fact]
    public void Written_cells_come_back_and_never_as_a_formula()
    {
        Prop.ForAll(
                ArbMap.Default.ArbFor<string[]>(),
                cells =>
                {
                    var given = cells
                        .Select(c => new string([.. (c ?? "").Where(x => x is '\n' or '\r' or '\t' or >= ' ')]))
                        .Select(c => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(c)))
                        .ToArray();
                    var bytes = SpreadsheetCsv.ToBytes(
                        ["a", .. given.Select(_ => "b")],
                        [
                            ["x", .. given],
                        ]
                    );
                    using var rows = new CsvRows(bytes.AsMemory(3), ",", new("t.csv"), new DiagnosticBag());
                    rows.Read();
                    rows.Read();
                    for (var i = 0; i < given.Length; i++)
                    {
                        var read = rows.Cell(i + 1);
                        if (read.Length > 0 && read[0] is '=' or '@' or '+')
                        {
                            return false;
                        }

                        if (read != given[i] && read != "'" + given[i])
                        {
                            return false;
                        }
                    }

                    return true;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static System.Collections.Immutable.ImmutableArray<Observation> Straight() =>
        Samples.Import().Dataset!.Periods[0].Observations;

    private static IEnumerable<string> Cells(Observation o) =>
        [
            o.Word
                ?? (
                    o.Indicator is "R02" or "X01"
                        ? (o.Value == 1m ? "是" : "否")
                        : o.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""
                ),
            o.Numerator?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            o.Denominator?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
        ];
}
