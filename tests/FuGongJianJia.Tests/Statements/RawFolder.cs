using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Targets;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Statements;

/// <summary>One row of a raw table: its cells by their heads, with nothing understood yet.</summary>
internal sealed class RawRow(IReadOnlyDictionary<string, string> cells)
{
    public string this[string head] => cells.TryGetValue(head, out var text) ? text.Trim() : "";

    public IEnumerable<string> Heads => cells.Keys;

    public decimal? Number(string head) => Parse(this[head]);

    public int? Whole(string head) => (int?)Number(head);

    public DateOnly? Date(string head) =>
        DateOnly.TryParse(this[head], CultureInfo.InvariantCulture, out var date) ? date : null;

    public bool Yes(string head) => this[head] == "是";

    public static decimal? Parse(string text) =>
        decimal.TryParse(
            text.Replace(",", "", StringComparison.Ordinal).TrimEnd('%'),
            NumberStyles.Number,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}

/// <summary>
/// The demo as it lies there, read a second time: files to rows to plain records, with no code of the importer. It
/// understands what the demo writes and nothing else.
/// </summary>
internal sealed class RawFolder
{
    private static readonly Lazy<RawFolder> LazyDemo = new(() => new(Repository.Root));

    private readonly string _root;
    private readonly SortedDictionary<Period, Dictionary<string, List<RawRow>>> _tables = [];

    public RawFolder(string root)
    {
        _root = root;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(root, "data")))
        {
            if (Period.TryParse(Path.GetFileName(folder), out var period))
            {
                _tables[period] = Directory
                    .EnumerateFiles(folder, "*.csv")
                    .ToDictionary(f => Path.GetFileNameWithoutExtension(f), Csv, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>The repository's own.</summary>
    public static RawFolder Demo => LazyDemo.Value;

    public IEnumerable<Period> Periods => _tables.Keys;

    /// <summary>Rows of a table; none where there is no such table.</summary>
    public List<RawRow> Rows(Period period, string table) =>
        _tables[period].TryGetValue(table, out var rows) ? rows : [];

    /// <summary>Rows of a file of open data.</summary>
    public static List<RawRow> Csv(byte[] bytes)
    {
        var lines = Lines(Text(bytes)).Where(l => l.Exists(c => c.Length > 0)).ToList();
        return lines
            .Skip(1)
            .Select(line => new RawRow(
                lines[0]
                    .Zip(line)
                    .DistinctBy(p => p.First, StringComparer.Ordinal)
                    .ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal)
            ))
            .ToList();
    }

    // Commas and quotes of RFC 4180, and nothing else.
    private static IEnumerable<List<string>> Lines(string text)
    {
        var (line, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append(text[i++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    line.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !quoted:
                    break;
                case '\n' when !quoted:
                    line.Add(cell.ToString());
                    cell.Clear();
                    yield return line;
                    line = [];
                    break;
                default:
                    cell.Append(text[i]);
                    break;
            }
        }

        if (cell.Length > 0 || line.Count > 0)
        {
            line.Add(cell.ToString());
            yield return line;
        }
    }

    private static List<RawRow> Csv(string path) => Csv(File.ReadAllBytes(path));

    private static string Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030").GetString(bytes);
        }
    }

    /// <summary>What people wrote below input/, one text, for what is quoted from it.</summary>
    public string Written()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(_root, "input"), "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".md", StringComparison.Ordinal) || f.EndsWith(".yml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return string.Join('\n', files.Select(File.ReadAllText));
    }

    /// <summary>Everything as the records that the second computation reads.</summary>
    public Dataset Dataset(Settings settings) =>
        new() { Settings = settings, Periods = [.. Periods.Select(p => Data(p))] };

    private PeriodData Data(Period period) =>
        new()
        {
            Period = period,
            Organisations = [.. Rows(period, "组织").Select(Organisation).OrderBy(o => o.Code, StringComparer.Ordinal)],
            Catalogue = [.. Catalogue(period).Select(Indicator)],
            Observations = [.. Rows(period, "指标值").SelectMany(r => Observations(r, Catalogue(period)))],
            Targets =
            [
                .. Rows(period, "目标")
                    .Select(r => new Target(r["组织编码或分组"], r["指标编码"], r.Number("目标值")!.Value, r["文号"])),
            ],
        };

    // Of the folder itself, else of its year, else of the newest period before.
    private List<RawRow> Catalogue(Period period) =>
        new[] { period, Period.OfYear(period.Year) }
            .Concat(Periods.Where(p => p < period).Reverse())
            .Where(_tables.ContainsKey)
            .Select(p => Rows(p, "指标"))
            .First(rows => rows.Count > 0);

    private static Organisation Organisation(RawRow r) =>
        new()
        {
            Code = r["组织编码"],
            Name = r["组织名称"],
            ShortName = r["简称"].Length > 0 ? r["简称"] : r["组织名称"],
            Level = Word<Level>(r["层级"], "区", "镇街", "基层"),
            Parent = r["上级编码"].Length > 0 ? r["上级编码"] : null,
            Kind = Word<OrganisationKind>(r["组织类型"], "总工会", "镇街总工会", "基层工会", "联合工会", "产业工会"),
            Category = Word<UnitCategory>(r["单位类别"], "机关", "事业", "企业", "社会组织", "其他"),
            Workers = r.Whole("职工数"),
            Members = r.Whole("会员数"),
            FemaleMembers = r.Whole("女会员数"),
            Founded = r.Date("成立日期"),
            Status = Word<OrganisationStatus>(r["状态"], "正常", "新建", "合并", "撤销"),
            Lineage = [.. r["沿革编码"].Split('|', ';', '；').Where(c => c.Length > 0)],
            IsPublic = r["公开"] != "否",
        };

    private static Indicator Indicator(RawRow r) =>
        new()
        {
            Code = r["指标编码"],
            Version = r["版本"],
            Name = r["指标名称"],
            Index = Word<IndexKey>(r["指数"], "红色", "规范", "活力", "温暖", "和谐"),
            Unit = r["单位"],
            HigherIsBetter = r["方向"] == "↑",
            Rule = Rule(r["规则"], r["参数"]),
            Weight = r.Number("分值")!.Value,
            Levels = r["适用层级"] is "全部" or ""
                ? [Level.District, Level.Town, Level.Grassroots]
                : [.. r["适用层级"].Split('|').Select(l => Word<Level>(l, "区", "镇街", "基层")).Order()],
            Categories =
            [
                .. r["适用类别"]
                    .Split('|')
                    .Where(c => c is "机关" or "事业" or "企业" or "社会组织" or "其他")
                    .Select(c => Word<UnitCategory>(c, "机关", "事业", "企业", "社会组织", "其他")),
            ],
            Kinds =
            [
                .. r["适用类别"]
                    .Split('|')
                    .Where(c => c is "总工会" or "镇街总工会" or "基层工会" or "联合工会" or "产业工会")
                    .Select(c =>
                        Word<OrganisationKind>(c, "总工会", "镇街总工会", "基层工会", "联合工会", "产业工会")
                    ),
            ],
            Aggregation = Word<Aggregation>(r["汇总方式"], "合并比率", "求和", "达标单位占比", "最高级别", "不汇总"),
            Timing = Word<Timing>(r["期别"] is "" ? "时点" : r["期别"], "累计", "期内", "时点", "年度"),
            Publicity = Word<Publicity>(r["公开方式"] is "" ? "数值" : r["公开方式"], "数值", "得分", "汇总", "不公开"),
            Nature = Word<IndicatorNature>(r["性质"] is "" ? "指标" : r["性质"], "指标", "事件"),
            Remedy = r["措施"],
            Owner = r["责任单位"],
            Responsible = r["责任层级"],
            Source = r["数据来源"],
            Definition = r["口径"],
            EffectiveYear = r.Whole("生效年度"),
            ChangeNote = r["变更说明"],
            Mandatory = r.Yes("必备"),
            Veto = r.Yes("一票否决"),
        };

    private static Rule Rule(string kind, string parameter) =>
        new(
            Word<RuleKind>(kind, "达标比例", "计数", "分档", "扣分", "是否", "清单"),
            RawRow.Parse(parameter),
            kind != "分档"
                ? []
                :
                [
                    .. parameter
                        .Split(';', '；')
                        .Select(t => t.Split(':', '：'))
                        .Select(t => new Tier(
                            RawRow.Parse(t[0]),
                            RawRow.Parse(t[0]) is null ? t[0] : null,
                            RawRow.Parse(t[1])!.Value
                        )),
                ]
        );

    // Long, a row a value; or wide, a row a union with a column for each indicator and part.
    private static IEnumerable<Observation> Observations(RawRow r, List<RawRow> catalogue)
    {
        var codes = catalogue.Select(c => c["指标编码"]).Distinct(StringComparer.Ordinal).ToList();
        if (r.Heads.Contains("指标编码"))
        {
            yield return Observation(
                r,
                r["指标编码"],
                r["分子"],
                r["分母"],
                r["数值"],
                r["状态"] is "" ? "已报" : r["状态"]
            );
            yield break;
        }

        foreach (var code in codes)
        {
            var (n, d, v) = (r[code + "分子"], r[code + "分母"], r[code]);
            var word = new[] { v, n, d }.FirstOrDefault(t => t is "不适用" or "缺报" or "存疑");
            if (n.Length + d.Length + v.Length > 0)
            {
                yield return Observation(
                    r,
                    code,
                    word is null ? n : "",
                    word is null ? d : "",
                    word is null ? v : "",
                    word ?? "已报"
                );
            }
        }
    }

    private static Observation Observation(RawRow r, string code, string n, string d, string v, string state) =>
        new()
        {
            Organisation = r["组织编码"],
            Indicator = code,
            State = Word<ObservationState>(state, "已报", "缺报", "不适用", "存疑"),
            Numerator = RawRow.Parse(n),
            Denominator = RawRow.Parse(d),
            Value = v switch
            {
                "是" => 1m,
                "否" => 0m,
                _ => RawRow.Parse(v),
            },
            Word = v.Length > 0 && v is not ("是" or "否") && RawRow.Parse(v) is null ? v : null,
            Approximate = r.Yes("约数"),
            ReportedOn = r.Date("上报日期"),
        };

    // The member of an enumeration by the place of its word.
    private static T Word<T>(string word, params string[] words)
        where T : struct, Enum =>
        Array.IndexOf(words, word) is >= 0 and var n
            ? Enum.GetValues<T>()[n]
            : throw new FormatException($"{typeof(T).Name}: {word}");
}
