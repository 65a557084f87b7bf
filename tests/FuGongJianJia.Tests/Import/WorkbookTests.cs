using System.IO.Compression;
using System.Text;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;

namespace FuGongJianJia.Tests.Import;

/// <summary>
/// What a workbook shows on the screen is what is read: merged heads, either date system, codes that a format fills up
/// with zeros.
/// </summary>
public sealed class WorkbookTests
{
    private const string Zeros = "s=\"1\"";
    private const string Date = "s=\"2\"";

    [Fact]
    public void A_two_line_head_merged_downwards_is_read_as_one()
    {
        var result = ImportValues(
            Sheet(
                [
                    ["组织编码", "思想引领覆盖率", "", "党建带工建达标"],
                    ["", "分子", "分母", ""],
                    ["J1", "90", "100", "是"],
                ],
                "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/>"
                    + "<mergeCell ref=\"D1:D2\"/></mergeCells>"
            )
        );

        var value = Assert.Single(result.Dataset!.Periods[0].Observations, o => o.Indicator == "R01");
        Assert.Equal((90m, 100m), (value.Numerator, value.Denominator));
        Assert.Contains(result.Diagnostics, d => d.Code == FileCodes.TwoRowHeader.Id);
    }

    [Theory]
    [InlineData(true, "", "2024-05-01")]
    [InlineData(true, Date, "2024-05-01")]
    [InlineData(false, "", "2020-04-30")]
    [InlineData(false, Date, "2020-04-30")]
    public void A_serial_number_counts_from_the_day_its_workbook_says(bool from1904, string style, string date)
    {
        // Before the period, so that the date is told.
        var result = ImportValues(
            Sheet(
                [
                    ["组织编码", "指标编码", "分子", "分母", "上报日期"],
                    ["J1", "R01", "90", "100", "#43951"],
                ],
                "",
                style
            ),
            from1904
        );

        if (from1904)
        {
            Assert.Equal(
                date,
                Assert
                    .Single(result.Dataset!.Periods[0].Observations)
                    .ReportedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            );
        }
        else
        {
            Assert.Contains(
                result.Diagnostics,
                d => d.Code == ValueCodes.OddDate.Id && d.Message.Contains(date, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void A_code_keeps_the_zeros_that_its_format_shows() =>
        Assert.Contains(
            "“0071”",
            Assert
                .Single(
                    ImportValues(
                        Sheet(
                            [
                                ["组织编码", "指标编码", "分子", "分母"],
                                ["#71", "R01", "90", "100"],
                            ],
                            "",
                            Zeros
                        )
                    ).Diagnostics,
                    d => d.Code == TableCodes.UnknownOrganisation.Id
                )
                .Message,
            StringComparison.Ordinal
        );

    private static ImportResult ImportValues(string sheet, bool from1904 = false) =>
        Importer.Import(
            [
                .. Samples.Base.Where(f => f.Path != Samples.Values),
                new("data/2024/指标值.xlsx", Workbook(sheet, from1904)),
            ],
            ImportOptions.Default,
            TestContext.Current.CancellationToken
        );

    /// <summary>A sheet of texts; what starts with # is a number in the given style.</summary>
    private static string Sheet(string[][] rows, string after, string style = "")
    {
        var xml = new StringBuilder(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        );
        for (var row = 0; row < rows.Length; row++)
        {
            xml.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (var column = 0; column < rows[row].Length; column++)
            {
                var (text, at) = (rows[row][column], $"{(char)('A' + column)}{row + 1}");
                xml.Append(
                    text is "" ? ""
                    : text[0] == '#' ? $"<c r=\"{at}\" {style}><v>{text[1..]}</v></c>"
                    : $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
                );
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData>").Append(after).Append("</worksheet>").ToString();
    }

    private static byte[] Workbook(string sheet, bool from1904)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006/";
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                "[Content_Types].xml",
                $"<Types xmlns=\"{Package}content-types\">"
                    + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            );
            Add(
                "_rels/.rels",
                $"<Relationships xmlns=\"{Package}relationships\">"
                    + $"<Relationship Id=\"a\" Type=\"{Relations}/officeDocument\" "
                    + $"Target=\"xl/workbook.xml\"/></Relationships>"
            );
            Add(
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">"
                    + $"<workbookPr date1904=\"{(from1904 ? 1 : 0)}\"/>"
                    + $"<sheets><sheet name=\"指标值\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
            );
            Add(
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Package}relationships\">"
                    + $"<Relationship Id=\"a\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                    + $"<Relationship Id=\"b\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>"
            );
            Add(
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\">"
                    + $"<numFmts count=\"1\"><numFmt numFmtId=\"200\" formatCode=\"0000\"/></numFmts>"
                    + $"<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/>"
                    + $"<xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            );
            Add("xl/worksheets/sheet1.xml", sheet);

            void Add(string path, string xml)
            {
                using var writer = new StreamWriter(archive.CreateEntry(path).Open(), new UTF8Encoding(false));
                writer.Write(xml);
            }
        }

        return stream.ToArray();
    }
}
