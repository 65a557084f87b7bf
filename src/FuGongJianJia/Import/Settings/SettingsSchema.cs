using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Settings;

/// <summary>
/// Registry of settings（设置总表）: reading, the documentation and the tests derive from it. To add a setting, add a property with its
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
            Path = "标题", Type = "文字", Default = "富工建家年鉴", Description = "网站的标题。", Example = "示例区富工建家年鉴",
            Apply = (s, v, r) => s with { Title = r.Text(v, s.Title, 60) },
        },
        new()
        {
            Path = "地区", Type = "文字", Default = "空", Description = "区（县、市）的名称。", Example = "示例区",
            Apply = (s, v, r) => s with { District = r.Text(v, s.District, 40) },
        },
        new()
        {
            Path = "主办单位", Type = "文字", Default = "空", Description = "网站和年报的主办单位。", Example = "示例区总工会",
            Apply = (s, v, r) => s with { Publisher = r.Text(v, s.Publisher, 60) },
        },
        new()
        {
            Path = "编印单位", Type = "文字", Default = "空", Description = "简报的编印单位。", Example = "示例区总工会办公室",
            Apply = (s, v, r) => s with { Editor = r.Text(v, s.Editor, 60) },
        },
        new()
        {
            Path = "演示数据", Type = "是/否", Default = "否", Description = "填是时，每一页和每一份 PDF 都标明“演示数据”。", Example = "是",
            Apply = (s, v, r) => s with { Demo = r.YesNo(v, s.Demo) },
        },
        new()
        {
            Path = "网址", Type = "网址", Default = "空", Description = "网站根目录的完整地址，用于二维码和站点地图；不知道时留空。", Example = "https://example.org/nianjian/",
            Apply = (s, v, r) => s with { BaseUrl = Address(v, r) },
        },
        new()
        {
            Path = "联系.电话", Type = "办公电话", Default = "空", Description = "办公电话；唯一允许出现的电话号码，不得填手机。", Example = "",
            Apply = (s, v, r) => s with { OfficePhone = Phone(v, r) }, IsOfficePhone = true,
        },
        new()
        {
            Path = "联系.地址", Type = "文字", Default = "空", Description = "办公地址。", Example = "示例区文化路1号",
            Apply = (s, v, r) => s with { OfficeAddress = r.Text(v, s.OfficeAddress, 100) },
        },
        new()
        {
            Path = "备案.ICP", Type = "文字", Default = "空", Description = "ICP 备案号，没有就不印。", Example = "浙ICP备00000000号",
            Apply = (s, v, r) => s with { IcpRecord = r.Text(v, s.IcpRecord, 60) },
        },
        new()
        {
            Path = "备案.公安", Type = "文字", Default = "空", Description = "公安备案号，没有就不印。", Example = "浙公网安备 00000000000000号",
            Apply = (s, v, r) => s with { PoliceRecord = r.Text(v, s.PoliceRecord, 60) },
        },
        new()
        {
            Path = "备案.标识码", Type = "文字", Default = "空", Description = "网站标识码，没有就不印。", Example = "",
            Apply = (s, v, r) => s with { SiteCode = r.Text(v, s.SiteCode, 40) },
        },
        new()
        {
            Path = "数据许可", Type = "文字", Default = "空", Description = "开放数据的使用许可，印在数据页和数据文件说明里。", Example = "转载请注明来源",
            Apply = (s, v, r) => s with { DataLicence = r.Text(v, s.DataLicence) },
        },
        .. Vocabulary.Indexes.Select(index => new SettingSpec
        {
            Path = $"指数权重.{index.Word()}", Type = "数", Default = "20", Description = $"{index.Title()}在总指数中的权重；只看比例，合计不必是 100。", Example = "20",
            Apply = (s, v, r) => s with { IndexWeights = s.IndexWeights.SetItem((int)index, r.Number(v, 20m, 0.01m, MostWeight)) },
        }),
        new()
        {
            Path = "等次线.优秀", Type = "数", Default = "90", Description = "优秀的最低分。", Example = "90",
            Apply = (s, v, r) => s with { GradeBands = s.GradeBands.SetItem(0, r.Number(v, 90m, 0m, 100m)) },
        },
        new()
        {
            Path = "等次线.良好", Type = "数", Default = "80", Description = "良好的最低分。", Example = "80",
            Apply = (s, v, r) => s with { GradeBands = s.GradeBands.SetItem(1, r.Number(v, 80m, 0m, 100m)) },
        },
        new()
        {
            Path = "等次线.合格", Type = "数", Default = "70", Description = "合格的最低分。", Example = "70",
            Apply = (s, v, r) => s with { GradeBands = s.GradeBands.SetItem(2, r.Number(v, 70m, 0m, 100m)) },
        },
        new()
        {
            Path = "缺报", Type = "不计、计零", Default = "不计", Description = "不计：缺报的指标不进入计算，公布覆盖率；计零：按 0 分计算，会在方法说明里写明。", Example = "不计",
            Apply = (s, v, r) => s with { MissingScoresZero = r.Word(v, false, ("不计", false), ("计零", true)) },
        },
        new()
        {
            Path = "小数位", Type = "整数", Default = "2", Description = "公布得分的小数位数，0 到 4。", Example = "2",
            Apply = (s, v, r) => s with { ScoreDecimals = r.Whole(v, s.ScoreDecimals, 0, 4) },
        },
        new()
        {
            Path = "舍入", Type = "四舍五入、四舍六入五成双", Default = "四舍五入", Description = "舍入方法。", Example = "四舍五入",
            Apply = (s, v, r) => s with { Rounding = r.Word(v, s.Rounding, ("四舍五入", MidpointRounding.AwayFromZero), ("四舍六入五成双", MidpointRounding.ToEven)) },
        },
        new()
        {
            Path = "排名.最低覆盖率", Type = "数", Default = "80", Description = "参加排名的最低覆盖率，%。", Example = "80",
            Apply = (s, v, r) => s with { RankMinimumCoverage = r.Number(v, s.RankMinimumCoverage, 0m, 100m) },
        },
        new()
        {
            Path = "排名.最小组规模", Type = "整数", Default = "5", Description = "一组少于这么多单位时不排名。", Example = "5",
            Apply = (s, v, r) => s with { RankMinimumGroup = r.Whole(v, s.RankMinimumGroup, 2, 1000) },
        },
        new()
        {
            Path = "排名.职工数分档", Type = "整数，由小到大", Default = "[25, 200]", Description = "基层工会按职工数分组的界限。", Example = "[25, 200]",
            Apply = (s, v, r) => s with { RankSizeBounds = Bounds(s, v, r) },
        },
        new()
        {
            Path = "小数保护阈值", Type = "整数", Default = "5", Description = "困难职工、争议等人数大于 0 而小于它时写作“＜5”。", Example = "5",
            Apply = (s, v, r) => s with { SmallNumberThreshold = r.Whole(v, s.SmallNumberThreshold, 2, 20) },
        },
        new()
        {
            Path = "简报.报头名称", Type = "文字", Default = "富工建家简报", Description = "简报的报头。", Example = "示例工运简报",
            Apply = (s, v, r) => s with { Brief = s.Brief with { Name = r.Text(v, s.Brief.Name, 20) } },
        },
        new()
        {
            Path = "简报.起始总期号", Type = "整数", Default = "0", Description = "第一份简报的总期号；0 表示不印总期号。", Example = "101",
            Apply = (s, v, r) => s with { Brief = s.Brief with { FirstSerial = r.Whole(v, s.Brief.FirstSerial, 0, 99_999) } },
        },
        new()
        {
            Path = "简报.报", Type = "几行文字", Default = "空", Description = "报送的上级。", Example = "[示例市总工会]",
            Apply = (s, v, r) => s with { Brief = s.Brief with { ReportTo = r.Lines(v) } },
        },
        new()
        {
            Path = "简报.送", Type = "几行文字", Default = "空", Description = "抄送的单位。", Example = "[区委办公室]",
            Apply = (s, v, r) => s with { Brief = s.Brief with { SendTo = r.Lines(v) } },
        },
        new()
        {
            Path = "简报.发", Type = "几行文字", Default = "空", Description = "下发的单位。", Example = "[各镇（街道）总工会]",
            Apply = (s, v, r) => s with { Brief = s.Brief with { DistributeTo = r.Lines(v) } },
        },
        new()
        {
            Path = "简报.份数", Type = "整数", Default = "0", Description = "共印份数；0 表示不印。", Example = "60",
            Apply = (s, v, r) => s with { Brief = s.Brief with { Copies = r.Whole(v, s.Brief.Copies, 0, 100_000) } },
        },
        new()
        {
            Path = "简报.标识", Type = "文字", Default = "空", Description = "左上角的标识，例如 内部资料 注意保存。", Example = "内部资料 注意保存",
            Apply = (s, v, r) => s with { Brief = s.Brief with { Notice = r.Text(v, s.Brief.Notice, 30) } },
        },
        new()
        {
            Path = "简报.公开版", Type = "是/否", Default = "否", Description = "填是时，另外生成不点名的公开版简报，放在网站的“报告”栏目；内部版照旧。", Example = "是",
            Apply = (s, v, r) => s with { Brief = s.Brief with { IsAlsoPublic = r.YesNo(v, s.Brief.IsAlsoPublic) } },
        },
        new()
        {
            Path = "字体.*", Type = "字体文件或字体名，几个时用列表", Default = "系统字体", Description = "各种字体按先后次序的选择；名字是 小标宋、宋、仿宋、楷、黑。", Example = "小标宋: [方正小标宋简体, 宋体]",
            Apply = (s, v, r) => s with { Fonts = s.Fonts.SetItem(r.Name[(r.Name.IndexOf('.', StringComparison.Ordinal) + 1)..], r.Lines(v)) },
        },
    ];

    private static string Address(Yaml.YamlValue value, SettingReader reader)
    {
        var text = reader.Text(value, "");
        if (text.Length == 0)
        {
            return "";
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Query.Length > 0 || uri.Fragment.Length > 0)
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

    private static ImmutableArray<int> Bounds(Model.Settings settings, Yaml.YamlValue value, SettingReader reader)
    {
        var bounds = reader.Wholes(value, 1, 1_000_000);
        if (bounds.Length is 0 or > 8 || bounds.Zip(bounds.Skip(1)).Any(p => p.First >= p.Second))
        {
            reader.Wrong(value, "由小到大的整数（1—8 个），例如 [25, 200]");
            return settings.RankSizeBounds;
        }

        return bounds;
    }
}
