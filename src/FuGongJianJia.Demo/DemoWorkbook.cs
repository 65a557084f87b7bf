using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Security;
using System.Text;
using FuGongJianJia.Demo.Rows;

namespace FuGongJianJia.Demo;

/// <summary>
/// A workbook as an office keeps one（工作簿）: a sheet a table, above each a title over all columns and a line that says who
/// filled it in. Stored and not packed, with the first day of the format as date, so that every machine writes the same
/// bytes.
/// </summary>
internal static class DemoWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    /// <summary>Writes it whole.</summary>
    /// <param name="stream">Written from where it stands; stays open.</param>
    /// <param name="sheets">Name, title, the line below it, and the rows of each sheet.</param>
    public static void Write(
        Stream stream,
        IReadOnlyList<(string Name, string Title, string Note, IReadOnlyList<DemoCell[]> Rows)> sheets
    )
    {
        var parts = new List<(string Path, string Text)>
        {
            (
                "[Content_Types].xml",
                $"""
                {Head}<Types xmlns="{Packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{Each(i => $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>""")}</Types>
                """
            ),
            (
                "_rels/.rels",
                $"""
                {Head}<Relationships xmlns="{Packages}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """
            ),
            (
                "xl/workbook.xml",
                $"""
                {Head}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{Each(i => $"""<sheet name="{sheets[i - 1].Name}" sheetId="{i}" r:id="rId{i}"/>""")}</sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"""
                {Head}<Relationships xmlns="{Packages}/relationships">{Each(i => $"""<Relationship Id="rId{i}" Type="{Relations}/worksheet" Target="worksheets/sheet{i}.xml"/>""")}<Relationship Id="rId0" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
                """
            ),
            (
                "xl/styles.xml",
                $"""
                {Head}<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment horizontal="center"/></xf></cellXfs></styleSheet>
                """
            ),
        };
        parts.AddRange(sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", Sheet(s.Title, s.Note, s.Rows))));
        Zip(stream, parts);

        string Each(Func<int, string> make) => string.Concat(Enumerable.Range(1, sheets.Count).Select(make));
    }

    private static string Sheet(string title, string note, IReadOnlyList<DemoCell[]> rows)
    {
        var text = new StringBuilder($"""{Head}<worksheet xmlns="{Main}"><sheetData>""");
        text.Append($"""<row r="1"><c r="A1" s="2" t="inlineStr"><is><t>{title}</t></is></c></row>""");
        text.Append($"""<row r="2"><c r="A2" t="inlineStr"><is><t>{note}</t></is></c></row>""");
        Row(text, 3, rows[0].Select(cell => (object?)cell.Column.Name));
        for (var i = 0; i < rows.Count; i++)
        {
            Row(text, i + 4, rows[i].Select(cell => cell.Value));
        }

        var last = Column(rows[0].Length - 1);
        return text.Append(
                $"""</sheetData><mergeCells count="2"><mergeCell ref="A1:{last}1"/><mergeCell ref="A2:{last}2"/></mergeCells></worksheet>"""
            )
            .ToString();
    }

    private static void Row(StringBuilder text, int number, IEnumerable<object?> cells)
    {
        text.Append(CultureInfo.InvariantCulture, $"""<row r="{number}">""");
        foreach (var (column, value) in cells.Index())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{Column(column)}{number}");
            text.Append(
                value switch
                {
                    null or "" => "",
                    DateOnly day => string.Create(
                        CultureInfo.InvariantCulture,
                        $"""<c r="{at}" s="1"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>"""
                    ),
                    int or long or decimal => string.Create(
                        CultureInfo.InvariantCulture,
                        $"""<c r="{at}"><v>{value}</v></c>"""
                    ),
                    bool yes => Words(at, yes ? "是" : "否"),
                    _ => Words(at, (string)value),
                }
            );
        }

        text.Append("</row>");
    }

    private static string Words(string at, string words) =>
        $"""<c r="{at}" t="inlineStr"><is><t>{SecurityElement.Escape(words)}</t></is></c>""";

    // 0 is A, 25 Z, 26 AA.
    private static string Column(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : Column((index / 26) - 1) + (char)('A' + (index % 26));

    // ZipArchive names the system that it runs on in every entry.
    private static void Zip(Stream stream, List<(string Path, string Text)> parts)
    {
        var (directory, offset) = (new MemoryStream(), 0u);
        foreach (var (path, text) in parts)
        {
            var (name, content) = (Encoding.UTF8.GetBytes(path), Encoding.UTF8.GetBytes(text));
            var sum = Crc32.HashToUInt32(content);
            Span<byte> shared = stackalloc byte[26];
            shared.Clear();
            BinaryPrimitives.WriteUInt16LittleEndian(shared, 20);
            BinaryPrimitives.WriteUInt16LittleEndian(shared[8..], (1 << 5) + 1);
            BinaryPrimitives.WriteUInt32LittleEndian(shared[10..], sum);
            BinaryPrimitives.WriteUInt32LittleEndian(shared[14..], (uint)content.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(shared[18..], (uint)content.Length);
            BinaryPrimitives.WriteUInt16LittleEndian(shared[22..], (ushort)name.Length);
            stream.Write("PK\u0003\u0004"u8);
            stream.Write(shared);
            stream.Write(name);
            stream.Write(content);

            directory.Write("PK\u0001\u0002"u8);
            directory.Write([20, 0]);
            directory.Write(shared);
            directory.Write(new byte[10]);
            Span<byte> at = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(at, offset);
            directory.Write(at);
            directory.Write(name);
            offset += (uint)(30 + name.Length + content.Length);
        }

        Span<byte> end = stackalloc byte[22];
        end.Clear();
        "PK\u0005\u0006"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)parts.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)parts.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], offset);
        directory.WriteTo(stream);
        stream.Write(end);
    }
}
