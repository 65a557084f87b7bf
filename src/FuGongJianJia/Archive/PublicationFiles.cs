using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;

namespace FuGongJianJia.Archive;

/// <summary>
/// Records as files（出版记录的文件）: JSON with Chinese names, one a period, which an office can open and read. What is read
/// back is input like any other and looked at value by value.
/// </summary>
public static partial class PublicationFiles
{
    private const int Form = 1;
    private const string Remedy = "请从备份恢复，或从 output/internal/published 里复制同名的文件。";

    private static readonly JsonWriterOptions Writing = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly ImmutableArray<(PublicationState State, string Word)> States =
    [
        (PublicationState.Draft, "未定稿"),
        (PublicationState.Final, "定稿"),
        (PublicationState.Withdrawn, "撤下"),
    ];

    /// <summary>UTF-8 JSON with a last line break; the same record gives the same bytes.</summary>
    public static byte[] ToBytes(PublicationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Writing))
        {
            json.WriteStartObject();
            json.WriteNumber("格式", Form);
            json.WriteString("期间", record.Period.ToString());
            json.WriteString("状态", States.First(s => s.State == record.State).Word);
            json.WriteString("编制日期", Iso(record.Date));
            json.WriteString("数据指纹", record.Fingerprint);
            json.WriteString("方法指纹", record.Method);
            json.WriteString("数字指纹", record.Figures);
            json.WriteStartArray("更正");
            foreach (var amendment in record.Amendments)
            {
                json.WriteStartObject();
                json.WriteString("日期", Iso(amendment.On));
                json.WriteString("组织编码", amendment.Organisation);
                json.WriteString("组织名称", amendment.Name);
                json.WriteString("项目", amendment.Item);
                json.WriteString("原值", amendment.Before);
                json.WriteString("新值", amendment.After);
                json.WriteString("说明", amendment.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("数字");
            foreach (var (code, unit) in record.Units)
            {
                json.WriteStartObject(code);
                json.WriteString("组织名称", unit.Name);
                foreach (var (item, figure) in unit.Figures)
                {
                    json.WriteString(item, figure);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartArray("地址");
            foreach (var address in record.Addresses)
            {
                json.WriteStartObject();
                json.WriteString("地址", address.Path);
                json.WriteString("标题", address.Title);
                if (address.Content.Length > 0)
                {
                    json.WriteString("内容指纹", address.Content);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>Reads the records of a project.</summary>
    /// <param name="files">Files of input/出版/.</param>
    /// <returns>Records by period, and what is wrong with any, sorted.</returns>
    public static (ImmutableArray<PublicationRecord> Records, ImmutableArray<Diagnostic> Diagnostics) Read(
        ImmutableArray<SourceFile> files
    )
    {
        var bag = new DiagnosticBag();
        var records = new SortedDictionary<Period, PublicationRecord>();
        foreach (var file in files)
        {
            var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
            if (!name.EndsWith(".json", StringComparison.Ordinal))
            {
                continue;
            }

            var (record, fault, line) = Read(file.Content);
            if (record is { Period: var period } && file.Path != PublicationReview.PathOf(period))
            {
                fault = $"写的是 {period}，文件应在 {PublicationReview.PathOf(period)}";
                record = null;
            }

            if (record is null)
            {
                bag.Add(ArchiveCodes.RecordUnreadable, new(file.Path, line), $"出版记录读不懂：{fault}。{Remedy}");
            }
            else
            {
                records.Add(record.Period, record);
            }
        }

        return ([.. records.Values], bag.ToSorted());
    }

    /// <summary>Reads one record.</summary>
    /// <returns>The record, or what is wrong and where, 1-based; line 0 for the whole.</returns>
    public static (PublicationRecord? Record, string Fault, int Line) Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var json = JsonDocument.Parse(
                content.Span.StartsWith("\uFEFF"u8) ? content[3..] : content,
                new JsonDocumentOptions { AllowDuplicateProperties = false }
            );
            var (record, fault) = Record(json.RootElement);
            return (record, fault, 0);
        }
        catch (JsonException failure)
        {
            return (null, "应是本程序写的 JSON", (int)Math.Min((failure.LineNumber ?? -1) + 1, int.MaxValue));
        }
    }

    private static (PublicationRecord? Record, string Fault) Record(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return (null, "应是一个对象");
        }

        if (
            !json.TryGetProperty("格式", out var form)
            || form.ValueKind != JsonValueKind.Number
            || !form.TryGetInt32(out var number)
            || number != Form
        )
        {
            return (null, $"“格式”应为 {Form.ToString(CultureInfo.InvariantCulture)}");
        }

        if (!Period.TryParse(Text(json, "期间"), out var period))
        {
            return (null, "“期间”应写作 2024、2024H1、2024Q1 或 2024-05");
        }

        if (!States.Any(s => s.Word == Text(json, "状态")))
        {
            return (null, "“状态”应为 未定稿、定稿、撤下 之一");
        }

        if (Date(Text(json, "编制日期")) is not { } date)
        {
            return (null, "“编制日期”应为 2025-01-10 这样的日期");
        }

        var (fingerprint, method) = (Text(json, "数据指纹"), Text(json, "方法指纹"));
        if (!Digits().IsMatch(fingerprint) || !Digits().IsMatch(method))
        {
            return (null, "“数据指纹”和“方法指纹”应为小写十六进制数");
        }

        if (
            Units(json) is not { } units
            || Amendments(json) is not { } amendments
            || Addresses(json) is not { } addresses
        )
        {
            return (null, "“数字”“更正”“地址”应照本程序写的样子，其中的值都是文字，地址在网站之内");
        }

        var record = new PublicationRecord
        {
            Period = period,
            State = States.First(s => s.Word == Text(json, "状态")).State,
            Date = date,
            Fingerprint = fingerprint,
            Method = method,
            Units = units,
            Amendments = amendments,
            Addresses = addresses,
        };
        return record.Figures == Text(json, "数字指纹")
            ? (record, "")
            : (null, "“数字指纹”与“数字”不符，其中的数被改过");
    }

    private static ImmutableSortedDictionary<string, PublishedUnit>? Units(JsonElement json)
    {
        if (!json.TryGetProperty("数字", out var all) || all.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var units = ImmutableSortedDictionary.CreateBuilder<string, PublishedUnit>(StringComparer.Ordinal);
        foreach (var unit in all.EnumerateObject())
        {
            if (
                unit.Value.ValueKind != JsonValueKind.Object
                || unit.Value.EnumerateObject().Any(f => f.Value.ValueKind != JsonValueKind.String)
            )
            {
                return null;
            }

            units.Add(
                unit.Name,
                PublishedUnit.Of(
                    Text(unit.Value, "组织名称"),
                    unit.Value.EnumerateObject()
                        .Where(f => f.Name != "组织名称")
                        .Select(f => new PublishedFigure(f.Name, f.Value.GetString()!))
                )
            );
        }

        return units.ToImmutable();
    }

    private static ImmutableArray<Amendment>? Amendments(JsonElement json)
    {
        if (!json.TryGetProperty("更正", out var all) || all.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var amendments = ImmutableArray.CreateBuilder<Amendment>();
        foreach (var one in all.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.Object || Date(Text(one, "日期")) is not { } on)
            {
                return null;
            }

            amendments.Add(
                new Amendment(
                    on,
                    Text(one, "组织编码"),
                    Text(one, "组织名称"),
                    Text(one, "项目"),
                    Text(one, "原值"),
                    Text(one, "新值"),
                    Text(one, "说明")
                )
            );
        }

        return amendments.ToImmutable();
    }

    private static ImmutableArray<PublishedAddress>? Addresses(JsonElement json)
    {
        if (!json.TryGetProperty("地址", out var all) || all.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var addresses = ImmutableArray.CreateBuilder<PublishedAddress>();
        foreach (var one in all.EnumerateArray())
        {
            // Files are made at these addresses.
            if (one.ValueKind != JsonValueKind.Object || !Address().IsMatch(Text(one, "地址")))
            {
                return null;
            }

            addresses.Add(new PublishedAddress(Text(one, "地址"), Text(one, "标题"), Text(one, "内容指纹")));
        }

        return addresses.ToImmutable();
    }

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[0-9a-f]{10,12}\z")]
    private static partial Regex Digits();

    // Names of letters, digits and a few marks, none of them only dots, down to a page or a paper.
    [GeneratedRegex(
        @"\A(?:(?!\.)[A-Za-z0-9._-]{1,100}/){0,8}(?!\.)[A-Za-z0-9._-]{1,100}(?<!\.)\.(?:html|pdf|ofd|docx)\z"
    )]
    private static partial Regex Address();
}
