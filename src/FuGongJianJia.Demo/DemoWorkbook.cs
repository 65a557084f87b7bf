using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using System.Xml.Linq;
using FuGongJianJia.Demo.Rows;

namespace FuGongJianJia.Demo;

/// <summary>A table on a sheet of its own（工作表）: a title over all columns, a line below, the head, the rows.</summary>
internal sealed record DemoSheet(string Name, string Title, string Note, IReadOnlyList<DemoCell[]> Rows);

/// <summary>
/// A workbook as an office keeps one（工作簿）. Stored and not packed, by a writer of its own: a packed one, or one of a
/// library, has other bytes on another system, and the demo is held to have the same.
/// </summary>
internal static class DemoWorkbook
{
    private const string Office = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>Writes it whole; the stream stays open.</summary>
    public static void Write(Stream stream, IReadOnlyList<DemoSheet> sheets)
    {
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        List<(string Path, XElement Content)> parts =
        [
            (
                "[Content_Types].xml",
                new(
                    Types + "Types",
                    Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                    Default("xml", "application/xml"),
                    Override("workbook", "sheet.main+xml"),
                    Override("styles", "styles+xml"),
                    numbers.Select(n => Override(At($"worksheets/sheet{n}"), "worksheet+xml"))
                )
            ),
            ("_rels/.rels", new(Package + "Relationships", Link("main", "officeDocument", "xl/workbook.xml"))),
            (
                "xl/workbook.xml",
                new(
                    Main + "workbook",
                    new XElement(
                        Main + "sheets",
                        numbers.Select(n => new XElement(
                            Main + "sheet",
                            new XAttribute("name", sheets[n - 1].Name),
                            new XAttribute("sheetId", n),
                            new XAttribute(Links + "id", At($"sheet{n}"))
                        ))
                    )
                )
            ),
            (
                "xl/_rels/workbook.xml.rels",
                new(
                    Package + "Relationships",
                    numbers.Select(n => Link(At($"sheet{n}"), "worksheet", At($"worksheets/sheet{n}.xml"))),
                    Link("styles", "styles", "styles.xml")
                )
            ),
            ("xl/styles.xml", Styles()),
            .. numbers.Select(n => (At($"xl/worksheets/sheet{n}.xml"), Sheet(sheets[n - 1]))),
        ];
        Zip(stream, parts);
    }

    private static XElement Default(string extension, string type) =>
        new(Types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));

    private static XElement Override(string part, string type) =>
        new(
            Types + "Override",
            new XAttribute("PartName", $"/xl/{part}.xml"),
            new XAttribute("ContentType", Office + type)
        );

    private static XElement Link(string id, string type, string target) =>
        new(
            Package + "Relationship",
            new XAttribute("Id", id),
            new XAttribute("Type", $"{Links}/{type}"),
            new XAttribute("Target", target)
        );

    // Formats of cells: 0 as it is, 1 a date, 2 a title in the middle.
    private static XElement Styles()
    {
        XElement Of(string name, params object[] content) => new(Main + name, content);
        return Of(
            "styleSheet",
            Of("fonts", Of("font"), Of("font", Of("b"), Of("sz", new XAttribute("val", 16)))),
            Of(
                "fills",
                new[] { "none", "gray125" }.Select(kind =>
                    Of("fill", Of("patternFill", new XAttribute("patternType", kind)))
                )
            ),
            Of("borders", Of("border")),
            Of("cellStyleXfs", Of("xf")),
            Of(
                "cellXfs",
                Of("xf"),
                Of("xf", new XAttribute("numFmtId", 14), new XAttribute("applyNumberFormat", 1)),
                Of(
                    "xf",
                    new XAttribute("fontId", 1),
                    new XAttribute("applyFont", 1),
                    new XAttribute("applyAlignment", 1),
                    Of("alignment", new XAttribute("horizontal", "center"))
                )
            )
        );
    }

    private static XElement Sheet(DemoSheet sheet)
    {
        var head = sheet.Rows[0].Select(cell => (object?)cell.Column.Name);
        var last = Letters(sheet.Rows[0].Length - 1);
        return new(
            Main + "worksheet",
            new XElement(
                Main + "sheetData",
                Row(1, [sheet.Title], textFormat: 2),
                Row(2, [sheet.Note]),
                Row(3, head),
                sheet.Rows.Select((row, i) => Row(i + 4, row.Select(cell => cell.Value)))
            ),
            new XElement(
                Main + "mergeCells",
                new[] { 1, 2 }.Select(n => new XElement(
                    Main + "mergeCell",
                    new XAttribute("ref", At($"A{n}:{last}{n}"))
                ))
            )
        );
    }

    private static XElement Row(int number, IEnumerable<object?> cells, int textFormat = 0) =>
        new(
            Main + "row",
            new XAttribute("r", number),
            cells.Index().Select(c => Cell(At($"{Letters(c.Index)}{number}"), c.Item, textFormat))
        );

    private static XElement? Cell(string at, object? value, int textFormat) =>
        value switch
        {
            null or "" => null,
            DateOnly day => Number(at, day.DayNumber - DayZero.DayNumber, 1),
            int or long or decimal => Number(at, value, 0),
            bool yes => Text(at, yes ? "是" : "否", textFormat),
            _ => Text(at, (string)value, textFormat),
        };

    private static XElement Number(string at, object value, int format) =>
        new(Main + "c", new XAttribute("r", at), Format(format), new XElement(Main + "v", value));

    private static XElement Text(string at, string text, int format) =>
        new(
            Main + "c",
            new XAttribute("r", at),
            Format(format),
            new XAttribute("t", "inlineStr"),
            new XElement(Main + "is", new XElement(Main + "t", text))
        );

    private static XAttribute? Format(int format) => format == 0 ? null : new("s", format);

    // 0 is A, 25 Z, 26 AA.
    private static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static string At(FormattableString text) => FormattableString.Invariant(text);

    // Entries without a clock or a system: version 2.0, the first day that the format knows.
    private static void Zip(Stream stream, List<(string Path, XElement Content)> parts)
    {
        var (directory, offset) = (new MemoryStream(), 0u);
        foreach (var (path, content) in parts)
        {
            var name = Encoding.UTF8.GetBytes(path);
            var bytes = Encoding.UTF8.GetBytes(
                """<?xml version="1.0" encoding="UTF-8"?>""" + content.ToString(SaveOptions.DisableFormatting)
            );
            var entry = new byte[26];
            Span<byte> at = entry;
            BinaryPrimitives.WriteUInt16LittleEndian(at, 20);
            BinaryPrimitives.WriteUInt16LittleEndian(at[8..], 0b100001);
            BinaryPrimitives.WriteUInt32LittleEndian(at[10..], Crc32.HashToUInt32(bytes));
            BinaryPrimitives.WriteInt32LittleEndian(at[14..], bytes.Length);
            BinaryPrimitives.WriteInt32LittleEndian(at[18..], bytes.Length);
            BinaryPrimitives.WriteInt16LittleEndian(at[22..], (short)name.Length);
            stream.Write([.. "PK\u0003\u0004"u8, .. entry, .. name]);
            stream.Write(bytes);
            directory.Write([.. "PK\u0001\u0002"u8, 20, 0, .. entry, .. new byte[10], .. UInt32(offset), .. name]);
            offset += (uint)(30 + name.Length + bytes.Length);
        }

        var (count, size) = ((byte)parts.Count, (uint)directory.Length);
        directory.WriteTo(stream);
        stream.Write([.. "PK\u0005\u0006"u8, 0, 0, 0, 0, count, 0, count, 0, .. UInt32(size), .. UInt32(offset), 0, 0]);
    }

    private static byte[] UInt32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
