using System.IO.Compression;
using System.Text;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;

namespace FuGongJianJia.Tests.Import;

/// <summary>Broken formulas in workbooks.</summary>
public sealed class ErrorCellTests
{
    private const string Sound = "<c r=\"C4\" s=\"2\"><v>1</v></c>";

    [Theory]
    [InlineData("<c r=\"C4\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0!")]
    [InlineData("<c r='C4' t='e'><v>#REF!</v></c>", "#REF!")]
    [InlineData("<c t=\"e\"><v>#NAME?</v></c>", "#NAME?")]
    public void A_broken_formula_of_a_sheet_is_told_with_its_place(string cell, string error)
    {
        var result = Import(cell);

        var warning = Assert.Single(result.Diagnostics, d => d.Code == FileCodes.ErrorValue.Id);
        Assert.Equal(("指标值", 4, 3), (warning.Place.Sheet, warning.Place.Line, warning.Place.Column));
        Assert.Contains(error, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_was_not_available_is_no_blank()
    {
        var result = Import("<c r=\"C4\" t=\"e\"><v>#N/A</v></c>");

        Assert.Null(result.Dataset);
        Assert.Single(result.Diagnostics, d => d.Code == FileCodes.ErrorValue.Id);
    }

    [Theory]
    [InlineData("<c r=\"C4\"><f>A1*2</f></c>")]
    [InlineData("<c r=\"C4\"><f>A1*2</f><v></v></c>")]
    [InlineData("<c r=\"C4\"><f t=\"shared\" si=\"0\"/><v/></c>")]
    public void A_formula_whose_result_was_never_stored_is_no_blank(string cell)
    {
        var error = Assert.Single(Import(cell).Diagnostics, d => d.Code == FileCodes.NoResult.Id);

        Assert.Equal(("指标值", 4, 3), (error.Place.Sheet, error.Place.Line, error.Place.Column));
    }

    private static ImportResult Import(string cell)
    {
        var files = GoldenCases
            .Files("50-workbook-forms")
            .Select(f =>
                f.Path.EndsWith(".xlsx", StringComparison.Ordinal)
                    ? f with
                    {
                        Content = Replace(f.Content.ToArray(), cell),
                    }
                    : f
            );
        return Importer.Import([.. files], ImportOptions.Default, TestContext.Current.CancellationToken);
    }

    private static byte[] Replace(byte[] workbook, string cell)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry("xl/worksheets/sheet3.xml")!;
            string text;
            using (var reader = new StreamReader(entry.Open(), Encoding.UTF8))
            {
                text = reader.ReadToEnd();
            }

            Assert.Contains(Sound, text, StringComparison.Ordinal);
            // The cells before it have no references of their own when the new one has none.
            text = cell.StartsWith("<c t", StringComparison.Ordinal)
                ? text.Replace(
                    text[
                        text.IndexOf("<c r=\"A4\"", StringComparison.Ordinal)..(
                            text.IndexOf(Sound, StringComparison.Ordinal) + Sound.Length
                        )
                    ],
                    "<c t=\"inlineStr\"><is><t>示例中学</t></is></c><c t=\"inlineStr\"><is><t>R01</t></is></c>"
                        + cell[cell.LastIndexOf("<c ", StringComparison.Ordinal)..],
                    StringComparison.Ordinal
                )
                : text.Replace(Sound, cell, StringComparison.Ordinal);
            entry.Delete();
            using var writer = new StreamWriter(
                archive.CreateEntry("xl/worksheets/sheet3.xml").Open(),
                new UTF8Encoding(false)
            );
            writer.Write(text);
        }

        return stream.ToArray();
    }
}
