using System.Collections.Immutable;

namespace FuGongJianJia.Model;

/// <summary>
/// Settings（站点设置）of input/site.yml, each with its default. The registry in Import.SettingsSchema names,
/// describes and checks every one; the documentation is derived from it.
/// </summary>
public sealed record Settings
{
    /// <summary>标题: the site's title.</summary>
    public string Title { get; init; } = "富工建家年鉴";

    /// <summary>地区: the district's name.</summary>
    public string District { get; init; } = "";

    /// <summary>主办单位.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>编印单位.</summary>
    public string Editor { get; init; } = "";

    /// <summary>演示数据: true prints 演示数据 on every page and PDF.</summary>
    public bool Demo { get; init; }

    /// <summary>网址: absolute address of the site's root, for canonical links and QR codes; empty when unknown.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>联系电话 (office line).</summary>
    public string OfficePhone { get; init; } = "";

    /// <summary>地址 (office).</summary>
    public string OfficeAddress { get; init; } = "";

    /// <summary>ICP备案号.</summary>
    public string IcpRecord { get; init; } = "";

    /// <summary>公安备案号.</summary>
    public string PoliceRecord { get; init; } = "";

    /// <summary>网站标识码.</summary>
    public string SiteCode { get; init; } = "";

    /// <summary>数据许可.</summary>
    public string DataLicence { get; init; } = "";

    /// <summary>指数权重 W, in index order; any positive numbers.</summary>
    public ImmutableArray<decimal> IndexWeights { get; init; } = [20m, 20m, 20m, 20m, 20m];

    /// <summary>等次线: lowest scores of 优秀, 良好, 合格.</summary>
    public ImmutableArray<decimal> GradeBands { get; init; } = [90m, 80m, 70m];

    /// <summary>缺报计零: false leaves missing values out and publishes the coverage.</summary>
    public bool MissingScoresZero { get; init; }

    /// <summary>Decimals of published scores.</summary>
    public int ScoreDecimals { get; init; } = 2;

    /// <summary>舍入: half away from zero（四舍五入）by default.</summary>
    public MidpointRounding Rounding { get; init; } = MidpointRounding.AwayFromZero;

    /// <summary>排名最低覆盖率, percent.</summary>
    public decimal RankMinimumCoverage { get; init; } = 80m;

    /// <summary>排名最小组规模.</summary>
    public int RankMinimumGroup { get; init; } = 5;

    /// <summary>职工数分档 for rank groups: bounds, ascending (25, 200 → under 25, 25–199, 200 and more).</summary>
    public ImmutableArray<int> RankSizeBounds { get; init; } = [25, 200];

    /// <summary>小数保护阈值: counts below it (and above 0) are shown as ＜5.</summary>
    public int SmallNumberThreshold { get; init; } = 5;

    /// <summary>简报设置.</summary>
    public BriefSettings Brief { get; init; } = new();

    /// <summary>字体: role → font files or family names, in order of preference.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Fonts { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);
}

/// <summary>Brief header and footer（简报报头报尾）.</summary>
public sealed record BriefSettings
{
    /// <summary>报头名称.</summary>
    public string Name { get; init; } = "富工建家简报";

    /// <summary>总期号 of the first brief, for 总第×期; 0 prints none.</summary>
    public int FirstSerial { get; init; }

    /// <summary>报.</summary>
    public ImmutableArray<string> ReportTo { get; init; } = [];

    /// <summary>送.</summary>
    public ImmutableArray<string> SendTo { get; init; } = [];

    /// <summary>发.</summary>
    public ImmutableArray<string> DistributeTo { get; init; } = [];

    /// <summary>共印份数; 0 prints none.</summary>
    public int Copies { get; init; }

    /// <summary>密级或内部标识, such as 内部资料 注意保存; empty prints none.</summary>
    public string Notice { get; init; } = "";

    /// <summary>公开版: a second edition without guidance by name stands on the site.</summary>
    public bool IsAlsoPublic { get; init; }
}
