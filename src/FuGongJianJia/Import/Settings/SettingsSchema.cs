using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Settings;

/// <summary>
/// Registry of settings（设置总表）: reading, the documentation and the tests derive from it. To add a setting, add a
/// property with its
/// default to <see cref="Model.Settings"/> and an entry here.
/// </summary>
public static class SettingsSchema
{
    private const decimal MostWeight = 1000m;

    /// <summary>Every setting in the order of the documentation.</summary>
    public static ImmutableArray<SettingSpec> All { get; } =
    [
        new()
        {
            Path = "标题",
            Type = "文字",
            Default = "富工建家年鉴",
            Description = "网站的标题。",
            Example = "示例区富工建家年鉴",
            Apply = (s, v, r) => s with { Title = r.Text(v, s.Title, 60) },
        },
        new()
        {
            Path = "地区",
            Type = "文字",
            Default = "空",
            Description = "区（县、市）的名称。",
            Example = "示例区",
            Apply = (s, v, r) => s with { District = r.Text(v, s.District, 40) },
        },
        new()
        {
            Path = "主办单位",
            Type = "文字",
            Default = "空",
            Description = "网站和年报的主办单位。",
            Example = "示例区总工会",
            Apply = (s, v, r) => s with { Publisher = r.Text(v, s.Publisher, 60) },
        },
        new()
        {
            Path = "编印单位",
            Type = "文字",
            Default = "空",
            Description = "简报的编印单位。",
            Example = "示例区总工会办公室",
            Apply = (s, v, r) => s with { Editor = r.Text(v, s.Editor, 60) },
        },
        new()
        {
            Path = "演示数据",
            Type = "是/否",
            Default = "否",
            Description = "填是时，每一页和每一份 PDF 都标明“演示数据”。",
            Example = "是",
            Apply = (s, v, r) => s with { Demo = r.YesNo(v, s.Demo) },
        },
        new()
        {
            Path = "数据编码",
            Type = "自动、UTF-8、GB18030、UTF-16",
            Default = "自动",
            Description =
                "data 里没有 BOM 的文本文件按什么编码读。自动：能按 UTF-8 读通的是 UTF-8，否则是 GB18030；读出来是乱码，又没法重新导出时才改。工作簿不受影响。",
            Example = "自动",
            Apply = (s, v, r) =>
                s with
                {
                    DataEncoding = r.Word<string?>(
                        v,
                        null,
                        ("自动", null),
                        ("UTF-8", "UTF-8"),
                        ("GB18030", "GB18030"),
                        ("UTF-16", "UTF-16")
                    ),
                },
        },
        new()
        {
            Path = "网址",
            Type = "网址",
            Default = "空",
            Description = "网站根目录的完整地址，用于二维码和站点地图；不知道时留空。",
            Example = "https://example.org/nianjian/",
            Apply = (s, v, r) => s with { BaseUrl = Address(v, r) },
        },
        new()
        {
            Path = "联系.电话",
            Type = "办公电话",
            Default = "空",
            Description = "办公电话；唯一允许出现的电话号码，不得填手机。",
            Example = "",
            Apply = (s, v, r) => s with { OfficePhone = Phone(v, r) },
            IsOfficePhone = true,
        },
        new()
        {
            Path = "联系.地址",
            Type = "文字",
            Default = "空",
            Description = "办公地址。",
            Example = "示例区文化路1号",
            Apply = (s, v, r) => s with { OfficeAddress = r.Text(v, s.OfficeAddress, 100) },
        },
        new()
        {
            Path = "备案.ICP",
            Type = "文字",
            Default = "空",
            Description = "ICP 备案号，没有就不印。",
            Example = "浙ICP备00000000号",
            Apply = (s, v, r) => s with { IcpRecord = r.Text(v, s.IcpRecord, 60) },
        },
        new()
        {
            Path = "备案.公安",
            Type = "文字",
            Default = "空",
            Description = "公安备案号，没有就不印。",
            Example = "浙公网安备 00000000000000号",
            Apply = (s, v, r) => s with { PoliceRecord = r.Text(v, s.PoliceRecord, 60) },
        },
        new()
        {
            Path = "备案.标识码",
            Type = "文字",
            Default = "空",
            Description = "网站标识码，没有就不印。",
            Example = "",
            Apply = (s, v, r) => s with { SiteCode = r.Text(v, s.SiteCode, 40) },
        },
        new()
        {
            Path = "数据许可",
            Type = "文字",
            Default = "空",
            Description = "开放数据的使用许可，印在数据页和数据文件说明里。",
            Example = "转载请注明来源",
            Apply = (s, v, r) => s with { DataLicence = r.Text(v, s.DataLicence) },
        },
        .. Vocabulary.Indexes.Select(index => new SettingSpec
        {
            Path = $"指数权重.{index.Word()}",
            Type = "数",
            Default = "20",
            Description = $"{index.Title()}在总指数中的权重；只看比例，合计不必是 100。",
            Example = "20",
            Apply = (s, v, r) =>
                s with
                {
                    IndexWeights = s.IndexWeights.SetItem((int)index, r.Number(v, 20m, 0.01m, MostWeight)),
                },
        }),
        new()
        {
            Path = "等次线.优秀",
            Type = "数",
            Default = "90",
            Description = "优秀的最低分。",
            Example = "90",
            Apply = (s, v, r) => s with { GradeBands = s.GradeBands.SetItem(0, r.Number(v, 90m, 0m, 100m)) },
        },
        new()
        {
            Path = "等次线.良好",
            Type = "数",
            Default = "80",
            Description = "良好的最低分。",
            Example = "80",
            Apply = (s, v, r) => s with { GradeBands = s.GradeBands.SetItem(1, r.Number(v, 80m, 0m, 100m)) },
        },
        new()
        {
            Path = "等次线.合格",
            Type = "数",
            Default = "70",
            Description = "合格的最低分。",
            Example = "70",
            Apply = (s, v, r) => s with { GradeBands = s.GradeBands.SetItem(2, r.Number(v, 70m, 0m, 100m)) },
        },
        new()
        {
            Path = "缺报",
            Type = "不计、计零",
            Default = "不计",
            Description = "不计：缺报的指标不进入计算，公布覆盖率；计零：按 0 分计算，会在方法说明里写明。",
            Example = "不计",
            Apply = (s, v, r) => s with { MissingScoresZero = r.Word(v, false, ("不计", false), ("计零", true)) },
        },
        new()
        {
            Path = "小数位",
            Type = "整数",
            Default = "2",
            Description = "公布得分舍入到几位小数，0 到 2；等次和名次按舍入后的数判定。表里一律印两位。",
            Example = "2",
            Apply = (s, v, r) => s with { ScoreDecimals = r.Whole(v, s.ScoreDecimals, 0, 2) },
        },
        new()
        {
            Path = "舍入",
            Type = "四舍五入、四舍六入五成双",
            Default = "四舍五入",
            Description = "舍入方法。",
            Example = "四舍五入",
            Apply = (s, v, r) =>
                s with
                {
                    Rounding = r.Word(
                        v,
                        s.Rounding,
                        ("四舍五入", MidpointRounding.AwayFromZero),
                        ("四舍六入五成双", MidpointRounding.ToEven)
                    ),
                },
        },
        new()
        {
            Path = "排名.最低覆盖率",
            Type = "数",
            Default = "80",
            Description = "参加排名的最低覆盖率，%。",
            Example = "80",
            Apply = (s, v, r) => s with { RankMinimumCoverage = r.Number(v, s.RankMinimumCoverage, 0m, 100m) },
        },
        new()
        {
            Path = "排名.最小组规模",
            Type = "整数",
            Default = "5",
            Description = "一组少于这么多单位时不排名。",
            Example = "5",
            Apply = (s, v, r) => s with { RankMinimumGroup = r.Whole(v, s.RankMinimumGroup, 2, 1000) },
        },
        new()
        {
            Path = "排名.职工数分档",
            Type = "整数，由小到大",
            Default = "[25, 200]",
            Description = "基层工会按职工数分组的界限。",
            Example = "[25, 200]",
            Apply = (s, v, r) =>
                s with
                {
                    RankSizeBounds = Ascending(
                        s.RankSizeBounds,
                        v,
                        r,
                        1,
                        1_000_000,
                        8,
                        "由小到大的整数（1—8 个），例如 [25, 200]"
                    ),
                },
        },
        new()
        {
            Path = "排名.按单位类别",
            Type = "是/否",
            Default = "是",
            Description = "是：基层工会先按单位类别、再按职工数分组；否：只按职工数分组。",
            Example = "否",
            Apply = (s, v, r) => s with { RankByCategory = r.YesNo(v, s.RankByCategory) },
        },
        new()
        {
            Path = "排名.公开",
            Type = "名次、档次、不公开",
            Default = "档次",
            Description =
                "网站、公开的 PDF 和开放数据里写什么。名次：名次、并列、百分位和升降；档次：只写所在的档；不公开：只有得分和等次。内部简报和清单总是写名次。",
            Example = "名次",
            Apply = (s, v, r) =>
                s with
                {
                    PublicStanding = r.Word(
                        v,
                        s.PublicStanding,
                        ("名次", PublicStanding.Places),
                        ("档次", PublicStanding.Bands),
                        ("不公开", PublicStanding.Withheld)
                    ),
                },
        },
        new()
        {
            Path = "排名.档次",
            Type = "百分数，由小到大",
            Default = "三等分",
            Description = "各档的上限：[10, 25, 50] 分为前10%、前25%、前50%、其余；不写时分为前、中间、后三分之一。",
            Example = "[10, 25, 50]",
            Apply = (s, v, r) =>
                s with
                {
                    RankBands = Ascending(
                        s.RankBands,
                        v,
                        r,
                        1,
                        99,
                        6,
                        "由小到大、不到 100 的整数（1—6 个），例如 [10, 25, 50]"
                    ),
                },
        },
        new()
        {
            Path = "稳健性.算法",
            Type = "列表",
            Default = "[等权, 权重浮动, 几何平均, 逐项去除, 缺报计零]",
            Description = "用哪些另外的算法检验名次；写几种就用几种。",
            Example = "[等权, 权重浮动, 逐项去除]",
            Apply = (s, v, r) =>
                s with
                {
                    Robustness = s.Robustness with { Variants = Variants(s.Robustness.Variants, v, r) },
                },
        },
        new()
        {
            Path = "稳健性.权重浮动",
            Type = "数",
            Default = "20",
            Description = "每项指数的权重各上调、下调百分之几。",
            Example = "10",
            Apply = (s, v, r) =>
                s with
                {
                    Robustness = s.Robustness with { WeightShift = r.Number(v, s.Robustness.WeightShift, 1m, 90m) },
                },
        },
        new()
        {
            Path = "稳健性.几何平均下限",
            Type = "数",
            Default = "1",
            Description = "几何平均时，低于这个分数的指数按这个分数计，以免一项为零则总数为零。",
            Example = "5",
            Apply = (s, v, r) =>
                s with
                {
                    Robustness = s.Robustness with
                    {
                        GeometricFloor = r.Number(v, s.Robustness.GeometricFloor, 0.01m, 50m),
                    },
                },
        },
        new()
        {
            Path = "稳健性.不稳健线",
            Type = "数",
            Default = "3",
            Description = "名次变动范围超过本组的几分之一，算“名次不稳健”；3 就是三分之一。",
            Example = "4",
            Apply = (s, v, r) =>
                s with
                {
                    Robustness = s.Robustness with { FirmShare = r.Number(v, s.Robustness.FirmShare, 1m, 100m) },
                },
        },
        new()
        {
            Path = "小数保护阈值",
            Type = "整数",
            Default = "5",
            Description = "困难职工、争议等人数大于 0 而小于它时写作“＜5”。",
            Example = "5",
            Apply = (s, v, r) => s with { SmallNumberThreshold = r.Whole(v, s.SmallNumberThreshold, 2, 20) },
        },
        new()
        {
            Path = "小数保护词语",
            Type = "列表",
            Default = "[困难, 帮扶, 大病, 患病, 重病, 残疾, 争议, 仲裁]",
            Description = "指标名称或口径里有其中一个词的，按小数保护处理；写了就代替整个默认列表。",
            Example = "[困难, 帮扶, 争议]",
            Apply = (s, v, r) => s with { SensitiveWords = Words(s.SensitiveWords, v, r) },
        },
        new()
        {
            Path = "小数保护计分",
            Type = "是/否",
            Default = "是",
            Description =
                "受小数保护的指标是否计入指数。是：照常计分，懂得方法的人有可能由指数倒推出比率。否：在该单位不计分，由指数倒推不出；一个单位哪几项计分，会因相邻单位和其他各期的数而变。",
            Example = "否",
            Apply = (s, v, r) => s with { ScoresWithheld = r.YesNo(v, s.ScoresWithheld) },
        },
        new()
        {
            Path = "测评最少有效票",
            Type = "整数",
            Default = "10",
            Description = "口径写有“有效票”的测评类指标，有效票少于它时不公布。",
            Example = "20",
            Apply = (s, v, r) => s with { FewestBallots = r.Whole(v, s.FewestBallots, 1, 1000) },
        },
        new()
        {
            Path = "不合格评价",
            Type = "列表",
            Default = "[不合格, 不达标, 退回, 重办]",
            Description = "任务的评价或结果里有其中一个词的，不算按期反馈；写了就代替整个默认列表。",
            Example = "[不合格, 退回]",
            Apply = (s, v, r) => s with { FailedAppraisals = Words(s.FailedAppraisals, v, r) },
        },
        new()
        {
            Path = "对账容差",
            Type = "数",
            Default = "0.01",
            Description = "指数.csv 与计算结果相差多少分以内不提醒。",
            Example = "0.05",
            Apply = (s, v, r) => s with { ReconciliationTolerance = r.Number(v, s.ReconciliationTolerance, 0m, 10m) },
        },
        new()
        {
            Path = "简报.报头名称",
            Type = "文字",
            Default = "富工建家简报",
            Description = "简报的报头。",
            Example = "示例工运简报",
            Apply = (s, v, r) => s with { Brief = s.Brief with { Name = r.Text(v, s.Brief.Name, 20) } },
        },
        new()
        {
            Path = "简报.起始总期号",
            Type = "整数",
            Default = "0",
            Description = "第一份简报的总期号；0 表示不印总期号。",
            Example = "101",
            Apply = (s, v, r) =>
                s with
                {
                    Brief = s.Brief with { FirstSerial = r.Whole(v, s.Brief.FirstSerial, 0, 99_999) },
                },
        },
        new()
        {
            Path = "简报.报",
            Type = "几行文字",
            Default = "空",
            Description = "报送的上级。",
            Example = "[示例市总工会]",
            Apply = (s, v, r) => s with { Brief = s.Brief with { ReportTo = r.Lines(v) } },
        },
        new()
        {
            Path = "简报.送",
            Type = "几行文字",
            Default = "空",
            Description = "抄送的单位。",
            Example = "[区委办公室]",
            Apply = (s, v, r) => s with { Brief = s.Brief with { SendTo = r.Lines(v) } },
        },
        new()
        {
            Path = "简报.发",
            Type = "几行文字",
            Default = "空",
            Description = "下发的单位。",
            Example = "[各镇（街道）总工会]",
            Apply = (s, v, r) => s with { Brief = s.Brief with { DistributeTo = r.Lines(v) } },
        },
        new()
        {
            Path = "简报.份数",
            Type = "整数",
            Default = "0",
            Description = "共印份数；0 表示不印。",
            Example = "60",
            Apply = (s, v, r) => s with { Brief = s.Brief with { Copies = r.Whole(v, s.Brief.Copies, 0, 100_000) } },
        },
        new()
        {
            Path = "简报.标识",
            Type = "文字",
            Default = "空",
            Description = "左上角的标识，例如 内部资料 注意保存。",
            Example = "内部资料 注意保存",
            Apply = (s, v, r) => s with { Brief = s.Brief with { Notice = r.Text(v, s.Brief.Notice, 30) } },
        },
        new()
        {
            Path = "简报.公开版",
            Type = "是/否",
            Default = "否",
            Description = "填是时，另外生成不点名的公开版简报，放在网站的“报告”栏目；内部版照旧。",
            Example = "是",
            Apply = (s, v, r) => s with { Brief = s.Brief with { IsAlsoPublic = r.YesNo(v, s.Brief.IsAlsoPublic) } },
        },
        new()
        {
            Path = "字体.*",
            Type = "字体文件或字体名，几个时用列表",
            Default = "系统字体",
            Description = "各种字体按先后次序的选择；名字是 小标宋、宋、仿宋、楷、黑。",
            Example = "小标宋: [方正小标宋简体, 宋体]",
            Apply = (s, v, r) =>
                s with
                {
                    Fonts = s.Fonts.SetItem(r.Name[(r.Name.IndexOf('.', StringComparison.Ordinal) + 1)..], r.Lines(v)),
                },
        },
    ];

    private static string Address(Yaml.YamlValue value, SettingReader reader)
    {
        var text = reader.Text(value, "");
        if (text.Length == 0)
        {
            return "";
        }

        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || uri.Query.Length > 0
            || uri.Fragment.Length > 0
        )
        {
            reader.Wrong(value, "以 http:// 或 https:// 开头的完整地址");
            return "";
        }

        return text.EndsWith('/') ? text : text + "/";
    }

    private static string Phone(Yaml.YamlValue value, SettingReader reader)
    {
        var text = reader.Text(value, "", 40);
        if (text.Any(c => !char.IsAsciiDigit(c) && c is not ('-' or ' ' or '(' or ')' or '、' or '/' or '转')))
        {
            reader.Wrong(value, "办公电话，写作区号、短横线、号码");
            return "";
        }

        return text;
    }

    private static ImmutableArray<int> Ascending(
        ImmutableArray<int> fallback,
        Yaml.YamlValue value,
        SettingReader reader,
        int least,
        int most,
        int longest,
        string expected
    )
    {
        var bounds = reader.Wholes(value, least, most);
        if (bounds.Length == 0 || bounds.Length > longest || bounds.Zip(bounds.Skip(1)).Any(p => p.First >= p.Second))
        {
            reader.Wrong(value, expected);
            return fallback;
        }

        return bounds;
    }

    // An empty list would switch a protection off without a word: it has to name something.
    private static ImmutableArray<string> Words(
        ImmutableArray<string> fallback,
        Yaml.YamlValue value,
        SettingReader reader
    )
    {
        var words = reader.Lines(value);
        if (words.IsEmpty || words.Any(w => w.Length > 20))
        {
            reader.Wrong(value, "一个或几个词（每个不超过 20 个字），例如 [困难, 争议]");
            return fallback;
        }

        return words;
    }

    private static ImmutableArray<Variant> Variants(
        ImmutableArray<Variant> fallback,
        Yaml.YamlValue value,
        SettingReader reader
    )
    {
        var words = reader.Lines(value);
        if (words.IsEmpty || words.Any(w => !Vocabulary.Variants.Any(x => x.Word() == w)))
        {
            reader.Wrong(
                value,
                "以下几种中的一种或几种：" + string.Join('、', Vocabulary.Variants.Select(x => x.Word()))
            );
            return fallback;
        }

        return [.. Vocabulary.Variants.Where(x => words.Contains(x.Word(), StringComparer.Ordinal))];
    }
}
