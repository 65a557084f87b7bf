using System.Collections.Immutable;

namespace FuGongJianJia.Model;

/// <summary>
/// Settings（站点设置）of input/site.yml, each with its default. A registry of the import names, describes and checks
/// every one; the documentation is derived from it.
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

    /// <summary>
    /// 数据编码: encoding of the text files below data/ that have no byte order mark; null decides by the bytes, strictly.
    /// </summary>
    public string? DataEncoding { get; init; }

    /// <summary>
    /// 网址: absolute address of the site's root, for canonical links and QR codes; empty when unknown.
    /// </summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>联系电话 (office line).</summary>
    public string OfficePhone { get; init; } = "";

    /// <summary>地址 (office).</summary>
    public string OfficeAddress { get; init; } = "";

    /// <summary>文档: the documentation as a site of its own, and the union's own handbook.</summary>
    public DocsSettings Docs { get; init; } = new();

    /// <summary>离线: true lets a browser keep the pages that were read, so that they open without a network.</summary>
    public bool WorksOffline { get; init; }

    /// <summary>分享图: which pages have a picture of their own for sharing.</summary>
    public SharePictures SharePictures { get; init; } = SharePictures.Main;

    /// <summary>样子 of input/theme: colours, fonts, mark, order of the menu.</summary>
    public SiteLook Look { get; init; } = new();

    /// <summary>常见问题 of input/answers.yml, in its order; the built-in ones stand behind them.</summary>
    public ImmutableArray<Answer> Answers { get; init; } = [];

    /// <summary>年度报告的篇目 of input/reports/annual.yml.</summary>
    public AnnualOutline Annual { get; init; } = AnnualOutline.Default;

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

    /// <summary>季度等次: true grades periods that end before the year does, too.</summary>
    public bool GradesEarly { get; init; }

    /// <summary>
    /// 季度目标: true measures what is counted through the year against as much of its target as is due（序时）, false
    /// against the whole（全年）.
    /// </summary>
    public bool ProRata { get; init; } = true;

    /// <summary>
    /// 单项指数参与比较: true lets an index that rests on one indicator take part in praise, places and medians.
    /// </summary>
    public bool ComparesSingles { get; init; }

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

    /// <summary>名次公开: what the public sees of places. Internal briefs and lists always name them.</summary>
    public PublicStanding PublicStanding { get; init; } = PublicStanding.Bands;

    /// <summary>
    /// 排名档次: upper bounds in percent, ascending (10, 25, 50 → 前10%, 前25%, 前50%, 其余); empty for thirds.
    /// </summary>
    public ImmutableArray<int> RankBands { get; init; } = [];

    /// <summary>按单位类别分组: false compares grass-roots unions by 职工数 alone.</summary>
    public bool RankByCategory { get; init; } = true;

    /// <summary>稳健性.</summary>
    public RobustnessSettings Robustness { get; init; } = new();

    /// <summary>小数保护阈值: counts below it (and above 0) are shown as ＜5.</summary>
    public int SmallNumberThreshold { get; init; } = 5;

    /// <summary>小数保护词语: an indicator whose 名称 or 口径 holds one of them is protected.</summary>
    public ImmutableArray<string> SensitiveWords { get; init; } =
    ["困难", "帮扶", "大病", "患病", "重病", "残疾", "争议", "仲裁"];

    /// <summary>
    /// 小数保护计分: true lets small figures that are withheld count in the index like any other, from which their ratio
    /// can be worked back; false sets them aside.
    /// </summary>
    public bool ScoresWithheld { get; init; }

    /// <summary>不公开计分: the same of what the catalogue's 公开方式 withholds.</summary>
    public bool ScoresUnpublished { get; init; }

    /// <summary>测评最少有效票: surveys with fewer valid ballots are not published.</summary>
    public int FewestBallots { get; init; } = 10;

    /// <summary>不合格评价: words in a 评价 that make a task's return not count as on time.</summary>
    public ImmutableArray<string> FailedAppraisals { get; init; } = ["不合格", "不达标", "退回", "重办"];

    /// <summary>对账容差: largest difference from 指数.csv that is no warning, points.</summary>
    public decimal ReconciliationTolerance { get; init; } = 0.01m;

    /// <summary>公文版式: how the papers of the office are set.</summary>
    public OfficialForm OfficialForm { get; init; } = OfficialForm.Standard;

    /// <summary>
    /// OFD: which papers are also made as OFD; 反馈意见书, of which there are hundreds, only when asked for.
    /// </summary>
    public ImmutableArray<OfdPaper> OfdPapers { get; init; } =
    [OfdPaper.Briefs, OfdPaper.Letters, OfdPaper.AnnualReport];

    /// <summary>简报设置.</summary>
    public BriefSettings Brief { get; init; } = new();

    /// <summary>评先资格审查.</summary>
    public CommendingSettings Commending { get; init; } = new();

    /// <summary>星级, the highest first; empty where unions are given no stars.</summary>
    public StarSettings Stars { get; init; } = new();

    /// <summary>文书设置.</summary>
    public LetterSettings Letters { get; init; } = new();

    /// <summary>字体: role → font files or family names, in order of preference.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Fonts { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);
}

/// <summary>How the papers of the office are set（公文版式）.</summary>
public enum OfficialForm
{
    /// <summary>国标: 三号 on the grid of GB/T 9704-2012, 22 lines of 28 characters; a brief has two sides.</summary>
    Standard,

    /// <summary>紧凑: 四号 on a pitch of 20 points; a brief has one side.</summary>
    Compact,
}

/// <summary>Which pages have a picture of their own for sharing（分享图）.</summary>
public enum SharePictures
{
    /// <summary>不做: every page has the publication's mark.</summary>
    None,

    /// <summary>主要页: what leads to others; a grassroots union has that of its town.</summary>
    Main,

    /// <summary>每页.</summary>
    Every,
}

/// <summary>A paper that can also be made as OFD（版式文件）.</summary>
public enum OfdPaper
{
    /// <summary>简报.</summary>
    Briefs,

    /// <summary>函: 提示函、预警函、督办函、约谈通知.</summary>
    Letters,

    /// <summary>反馈意见书.</summary>
    Opinions,

    /// <summary>年度报告.</summary>
    AnnualReport,
}

/// <summary>What the public sees of places（名次公开）.</summary>
public enum PublicStanding
{
    /// <summary>名次: places, ties, percentiles and moves.</summary>
    Places,

    /// <summary>档次: bands such as 前三分之一.</summary>
    Bands,

    /// <summary>不公开: scores and grades only.</summary>
    Withheld,
}

/// <summary>Variants of the method that test how firm a place is（稳健性）.</summary>
public sealed record RobustnessSettings
{
    /// <summary>算法: which variants are tried; none is possible.</summary>
    public ImmutableArray<Variant> Variants { get; init; } =
    [Variant.EqualWeights, Variant.IndexWeights, Variant.Geometric, Variant.LeaveOneOut, Variant.MissingAsZero];

    /// <summary>权重浮动: how far each index weight moves up and down, percent.</summary>
    public decimal WeightShift { get; init; } = 20m;

    /// <summary>几何平均下限: an index below it counts as this much in the geometric mean.</summary>
    public decimal GeometricFloor { get; init; } = 1m;

    /// <summary>不稳健线: a range of places wider than the group divided by this is 名次不稳健.</summary>
    public decimal FirmShare { get; init; } = 3m;
}

/// <summary>Variant of the method（另算方法）.</summary>
public enum Variant
{
    /// <summary>等权: all indicators of an index weigh the same.</summary>
    EqualWeights,

    /// <summary>权重浮动: each index weight up, then down.</summary>
    IndexWeights,

    /// <summary>几何平均 of the indexes.</summary>
    Geometric,

    /// <summary>逐项去除: each indicator left out.</summary>
    LeaveOneOut,

    /// <summary>缺报计零.</summary>
    MissingAsZero,
}

/// <summary>What commendation asks for beside 必备 and 一票否决 of the catalogue（评先资格审查）.</summary>
public sealed record CommendingSettings
{
    /// <summary>必查指标: codes of indicators that have to be reached in full.</summary>
    public ImmutableArray<string> Indicators { get; init; } = [];

    /// <summary>最低总指数; 0 sets no bar.</summary>
    public decimal LeastTotal { get; init; }
}

/// <summary>A scheme of stars for grass-roots unions（星级）; none unless the settings give one.</summary>
public sealed record StarSettings
{
    /// <summary>等级, the highest first.</summary>
    public ImmutableArray<StarLevel> Levels { get; init; } = [];

    /// <summary>公开: true shows the public who has which.</summary>
    public bool ArePublic { get; init; }
}

/// <summary>A level of a scheme of stars（星级的一级）.</summary>
/// <param name="Name">Such as 五星.</param>
/// <param name="LeastTotal">最低总指数, 0–100.</param>
/// <param name="Condition">What is asked for beside.</param>
public sealed record StarLevel(string Name, decimal LeastTotal, StarCondition Condition = StarCondition.None);

/// <summary>What a level of stars asks for beside the total（星级的条件）.</summary>
public enum StarCondition
{
    /// <summary>无.</summary>
    None,

    /// <summary>必备达标: every 必备 indicator that applies is reached in full.</summary>
    MandatoryMet,

    /// <summary>资格审查通过: the verdict of the screening is 通过.</summary>
    ScreeningPassed,
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

    /// <summary>镇街报: 报 of a town's brief.</summary>
    public ImmutableArray<string> TownReportTo { get; init; } = [];

    /// <summary>镇街送.</summary>
    public ImmutableArray<string> TownSendTo { get; init; } = [];

    /// <summary>镇街发.</summary>
    public ImmutableArray<string> TownDistributeTo { get; init; } = [];

    /// <summary>镇街份数; 0 prints none.</summary>
    public int TownCopies { get; init; }

    /// <summary>批示栏: an empty box in which a leader writes, beside the table.</summary>
    public bool HasRemarkBox { get; init; } = true;

    /// <summary>公开版: a second edition without guidance by name stands on the site.</summary>
    public bool IsAlsoPublic { get; init; }

    /// <summary>即办天数: days after the paper's date for what only has to be done（评价、重报、核清）.</summary>
    public int DaysToSettle { get; init; } = 10;

    /// <summary>方案天数: days after the paper's date for a plan or an answer.</summary>
    public int DaysToPlan { get; init; } = 15;

    /// <summary>补齐月数: what is short is made up by the end of the month this many after the paper's.</summary>
    public int MonthsToCatchUp { get; init; } = 1;

    /// <summary>整改季数: what takes its time is done by the end of the quarter this many after the paper's.</summary>
    public int QuartersToMend { get; init; } = 1;
}

/// <summary>The documentation site（文档）.</summary>
public sealed record DocsSettings
{
    /// <summary>公布: false leaves out the documentation of the tool; the union's own handbook stays.</summary>
    public bool ArePublished { get; init; } = true;

    /// <summary>
    /// 修改: address below which the files of input/ can be edited, with a slash at its end; empty for no link.
    /// </summary>
    public string EditAddress { get; init; } = "";

    /// <summary>反馈: web address or mailto: where readers say what is wrong; empty for no link.</summary>
    public string FeedbackAddress { get; init; } = "";
}

/// <summary>Letters to units（文书）: 提示函、预警函、督办函、约谈通知、反馈意见书.</summary>
public sealed record LetterSettings
{
    /// <summary>发文机关; empty takes 主办单位.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>联系部门, which receives the replies; empty takes 编印单位.</summary>
    public string Department { get; init; } = "";

    /// <summary>代字 of a letter of each rung, mildest first; an empty one leaves the number open.</summary>
    public ImmutableArray<string> Marks { get; init; } = ["", "", "", ""];

    /// <summary>反馈代字; empty leaves the number open.</summary>
    public string OpinionMark { get; init; } = "";

    /// <summary>反馈意见书: in what form.</summary>
    public OpinionForm Opinions { get; init; } = OpinionForm.PdfAndWord;

    /// <summary>回复天数: days a unit has to answer a 反馈意见书.</summary>
    public int ReplyDays { get; init; } = 30;

    /// <summary>复核天数: days the office has to look at an objection.</summary>
    public int ReviewDays { get; init; } = 15;
}

/// <summary>In what form 反馈意见书 are made（反馈意见书的格式）.</summary>
public enum OpinionForm
{
    /// <summary>PDF and Word.</summary>
    PdfAndWord,

    /// <summary>PDF only: half the files where there are thousands of unions.</summary>
    Pdf,

    /// <summary>None.</summary>
    None,
}
