using System.Collections.Immutable;
using System.Data;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Model;
using FuGongJianJia.Tabular;
using FuGongJianJia.Tests.Cli;
using FuGongJianJia.Theme.Workbook;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Word;

namespace FuGongJianJia.Tests.Reports;

/// <summary>
/// Workbooks: valid by the schema, read back by another library, numbers as numbers, nothing a formula.
/// </summary>
public sealed class WorkbookTests
{
    private static readonly DocumentInfo Info = new() { Title = "测试", Date = new DateOnly(2026, 1, 2) };

    private static readonly ImmutableArray<DataSheet> Sheets =
    [
        new(
            "甲表",
            ["名称", new("数", SheetFormat.Count), new("分", SheetFormat.Score), new("日期", SheetFormat.Date), "是否"],
            [
                ["=1+1", 12345, 88.5m, new DateOnly(2024, 2, 29), true],
                ["第二行", null, 0m, null, false],
            ]
        ),
        new("乙'表", ["只有表头"], []),
    ];

    [Fact]
    public void A_workbook_is_valid()
    {
        using var file = new MemoryStream(WorkbookWriter.Write(Info, Sheets));
        using var document = SpreadsheetDocument.Open(file, false);

        var faults = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(
            document,
            TestContext.Current.CancellationToken
        );

        Assert.Empty(faults.Select(f => $"{f.Path?.XPath}: {f.Description}"));
        Assert.DoesNotContain(
            document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<CellFormula>()),
            _ => true
        );
    }

    [Fact]
    public void Another_reader_finds_numbers_dates_and_words()
    {
        var tables = Read(WorkbookWriter.Write(Info, Sheets));

        Assert.Equal(["甲表", "乙'表"], tables.Select(t => t.TableName));
        Assert.Equal(["名称", "数", "分", "日期", "是否"], tables[0].Rows[0].ItemArray);
        Assert.Equal<object?>(["=1+1", 12345.0, 88.5, new DateTime(2024, 2, 29), "是"], tables[0].Rows[1].ItemArray);
        Assert.Equal<object?>(["第二行", DBNull.Value, 0.0, DBNull.Value, "否"], tables[0].Rows[2].ItemArray);
        Assert.Equal(1, tables[1].Rows.Count);
    }

    [Fact]
    public void A_table_too_long_for_a_sheet_goes_on_in_the_next()
    {
        var table = new DataSheet("表", ["数"], [.. Enumerable.Range(1, 7).Select(n => new object?[] { n })]);

        var sheets = CountedSheet.Of(table, most: 3).ToArray();

        Assert.Equal(["表", "表（2）", "表（3）"], sheets.Select(s => s.Name));
        Assert.Equal([3, 3, 1], sheets.Select(s => s.Count));
        Assert.Equal(Enumerable.Range(1, 7).Cast<object?>(), sheets.SelectMany(s => s.Rows).Select(r => r.Single()));
        Assert.Equal("表", Assert.Single(CountedSheet.Of(table, most: 7)).Name);
    }

    [Fact]
    public void The_same_tables_give_the_same_bytes() =>
        Assert.Equal(WorkbookWriter.Write(Info, Sheets), WorkbookWriter.Write(Info, Sheets));

    [Fact]
    public void Heads_stay_in_sight_and_on_every_page()
    {
        using var file = new MemoryStream(WorkbookWriter.Write(Info, Sheets));
        using var document = SpreadsheetDocument.Open(file, false);
        var book = document.WorkbookPart!;

        Assert.All(
            book.WorksheetParts,
            part =>
            {
                Assert.Equal(PaneStateValues.Frozen, part.Worksheet!.Descendants<Pane>().Single().State!.Value);
                Assert.Single(part.Worksheet.Descendants<AutoFilter>());
                Assert.Equal(0u, part.Worksheet.Descendants<PageSetup>().Single().FitToHeight!.Value);
            }
        );
        Assert.Equal(
            ["'甲表'!$1:$1", "'乙''表'!$1:$1"],
            book.Workbook!.DefinedNames!.Elements<DefinedName>()
                .Where(n => n.Name == "_xlnm.Print_Titles")
                .Select(n => n.Text)
        );
    }

    [Fact]
    public void Open_data_in_one_workbook_says_what_the_files_say()
    {
        var office = DemoReportsTests.Demo.Value;
        var edition = DisclosureControl.Protect(office);
        var period = edition.Periods.Last(p => p.Period.Kind == PeriodKind.Year);
        var file = WorkbookPlan
            .Create(office, edition)
            .Single(f => f.Path == $"site/data/{period.Period}.xlsx")
            .Render()
            .Content.ToArray();
        var tables = Read(file);
        var scores = tables.Single(t => t.TableName == "评分结果").Rows.Cast<DataRow>().Skip(1).ToArray();
        var items = tables.Single(t => t.TableName == "指标结果");

        Assert.Equal(1 + period.Towns.Length + period.Unions.Length, scores.Length);
        Assert.Equal((double)period.District.Total!.Value, scores[0].ItemArray[10]);
        Assert.Equal(3 + (2 * period.Indicators.Length), items.Columns.Count);
        var withheld = period.Unions.First(u => u.Indicators.Any(i => i.Withheld != Withheld.No));
        var code = withheld.Indicators.First(i => i.Withheld != Withheld.No).Code;
        var row = items.Rows.Cast<DataRow>().Single(r => (r.ItemArray[0] as string) == withheld.Code);
        var column = 3 + (2 * period.Indicators.Select(i => i.Code).ToList().IndexOf(code));
        Assert.True(row.ItemArray[column] is DBNull or string, "A withheld value must not stand as a number.");
        Assert.IsType<DBNull>(row.ItemArray[column + 1]);
        Assert.Contains(withheld.Name, OfficeReader.Text(file), StringComparison.Ordinal);
    }

    private static List<DataTable> Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        var tables = new List<DataTable>();
        do
        {
            var table = new DataTable(reader.Name) { Locale = System.Globalization.CultureInfo.InvariantCulture };
            while (reader.Read())
            {
                while (table.Columns.Count < reader.FieldCount)
                {
                    table.Columns.Add(new DataColumn { DataType = typeof(object) });
                }

                table.Rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            }

            tables.Add(table);
        } while (reader.NextResult());

        return tables;
    }
}
