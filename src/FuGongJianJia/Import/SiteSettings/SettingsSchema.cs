using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.SiteSettings;

/// <summary>
/// Registry of settings（设置总表）: reading, the documentation and the tests derive from it, and the default of each is the
/// one of <see cref="Settings"/>. To add a setting, add a property with its default there and an entry here.
/// </summary>
public static class SettingsSchema
{
    /// <summary>Every setting in the order of the documentation.</summary>
    public static ImmutableArray<SettingSpec> All { get; } =
    [
        Setting(
            "标题",
            SettingKinds.Text(60),
            s => s.Title,
            (s, v) => s with { Title = v },
            "网站的标题。",
            "示例区富工建家年鉴"
        ),
        Setting(
            "地区",
            SettingKinds.Text(40),
            s => s.District,
            (s, v) => s with { District = v },
            "区（县、市）的名称。",
            "示例区"
        ),
        Setting(
            "主办单位",
            SettingKinds.Text(60),
            s => s.Publisher,
            (s, v) => s with { Publisher = v },
            "网站和年报的主办单位。",
            "示例区总工会"
        ),
        Setting(
            "编印单位",
            SettingKinds.Text(60),
            s => s.Editor,
            (s, v) => s with { Editor = v },
            "简报的编印单位。",
            "示例区总工会办公室"
        ),
        Setting(
            "演示数据",
            SettingKinds.YesNo,
            s => s.Demo,
            (s, v) => s with { Demo = v },
            "填是时，每一页和每一份 PDF 都标明“演示数据”。",
            "是"
        ),
        Setting(
            "数据编码",
            SettingKinds.Word<string?>(
                ("自动", null),
                ("UTF-8", "UTF-8"),
                ("GB18030", "GB18030"),
                ("UTF-16", "UTF-16")
            ),
            s => s.DataEncoding,
            (s, v) => s with { DataEncoding = v },
            "data 里没有 BOM 的文本文件按什么编码读。自动：能按 UTF-8 读通的是 UTF-8，否则是 GB18030；"
                + "读出来是乱码，又没法重新导出时才改。工作簿不受影响。",
            "自动"
        ),
        Setting(
            "网址",
            SettingKinds.Address,
            s => s.BaseUrl,
            (s, v) => s with { BaseUrl = v },
            "网站根目录的完整地址，用于二维码和站点地图；不知道时留空。",
            "https://example.org/nianjian/"
        ),
        Setting(
            "联系.电话",
            SettingKinds.OfficePhone,
            s => s.OfficePhone,
            (s, v) => s with { OfficePhone = v },
            "办公电话；唯一允许出现的电话号码，不得填手机。"
        ) with
        {
            IsOfficePhone = true,
        },
        Setting(
            "联系.地址",
            SettingKinds.Text(100),
            s => s.OfficeAddress,
            (s, v) => s with { OfficeAddress = v },
            "办公地址。",
            "示例区文化路1号"
        ),
        Setting(
            "备案.ICP",
            SettingKinds.Text(60),
            s => s.IcpRecord,
            (s, v) => s with { IcpRecord = v },
            "ICP 备案号，没有就不印。",
            "浙ICP备00000000号"
        ),
        Setting(
            "备案.公安",
            SettingKinds.Text(60),
            s => s.PoliceRecord,
            (s, v) => s with { PoliceRecord = v },
            "公安备案号，没有就不印。",
            "浙公网安备 00000000000000号"
        ),
        Setting(
            "备案.标识码",
            SettingKinds.Text(40),
            s => s.SiteCode,
            (s, v) => s with { SiteCode = v },
            "网站标识码，没有就不印。"
        ),
        Setting(
            "数据许可",
            SettingKinds.Text(),
            s => s.DataLicence,
            (s, v) => s with { DataLicence = v },
            "开放数据的使用许可，印在数据页和数据文件说明里。",
            "转载请注明来源"
        ),
        Setting(
            "分享图",
            SettingKinds.Word(
                ("不做", SharePictures.None),
                ("主要页", SharePictures.Main),
                ("每页", SharePictures.Every)
            ),
            s => s.SharePictures,
            (s, v) => s with { SharePictures = v },
            "转发到微信、QQ 等处时配的图（1200×630，居中的一方就是微信用的方图），存在 share/。主要页：首页、各期、指数、指标、镇街、"
                + "任务、需求、表彰、案例、专题等各有一张，基层工会用所在镇街的；每页：每个页面各有一张，工会多时生成要多等一会；不做：一律用刊物的标志。",
            "每页"
        ),
        Setting(
            "文档.公布",
            SettingKinds.YesNo,
            s => s.Docs.ArePublished,
            (s, v) => s with { Docs = s.Docs with { ArePublished = v } },
            "是否把 input/docs 和由程序派生的数据字典、设置、诊断代码做成网站的 docs/。否：不做，页底也没有入口；"
                + "单位自己的手册 input/handbook 不受影响。",
            "否"
        ),
        Setting(
            "文档.修改",
            SettingKinds.Address,
            s => s.Docs.EditAddress,
            (s, v) => s with { Docs = s.Docs with { EditAddress = v } },
            "文档和手册的每一篇下面放一个“修改这一篇”的链接：这个网址，后面接上文件在 input 里的路径。空：没有这个链接。",
            "https://git.example.cn/ghyb/-/edit/main/input/"
        ),
        Setting(
            "文档.反馈",
            SettingKinds.Link,
            s => s.Docs.FeedbackAddress,
            (s, v) => s with { Docs = s.Docs with { FeedbackAddress = v } },
            "文档和手册的每一篇下面放一个“提意见”的链接。空：没有这个链接。",
            "https://example.cn/yijian/"
        ),
        Setting(
            "离线",
            SettingKinds.YesNo,
            s => s.WorksOffline,
            (s, v) => s with { WorksOffline = v },
            "是：读者看过的页面留在浏览器里，没有网络也能再看；有网络时总是先取新的。只对放在网上（https）的网站起作用。",
            "是"
        ),
        .. Vocabulary.Indexes.Select(index =>
            Setting(
                $"指数权重.{index.Word()}",
                SettingKinds.Number(0.01m, 1000m),
                s => s.IndexWeights[(int)index],
                (s, v) => s with { IndexWeights = s.IndexWeights.SetItem((int)index, v) },
                $"{index.Title()}在总指数中的权重；只看比例，合计不必是 100。",
                "20"
            )
        ),
        .. ((ImmutableArray<Grade>)[Grade.Excellent, Grade.Good, Grade.Qualified]).Select(grade =>
            Setting(
                $"等次线.{grade.Word()}",
                SettingKinds.Number(0m, 100m),
                s => s.GradeBands[(int)grade],
                (s, v) => s with { GradeBands = s.GradeBands.SetItem((int)grade, v) },
                $"{grade.Word()}的最低分。",
                ExactNumber.Of(Defaults.GradeBands[(int)grade])
            )
        ),
        Setting(
            "季度等次",
            SettingKinds.YesNo,
            s => s.GradesEarly,
            (s, v) => s with { GradesEarly = v },
            "季度、半年、月度在年末之前是否评等次。否：只有得分和名次。",
            "是"
        ),
        Setting(
            "季度目标",
            SettingKinds.Word(("序时", true), ("全年", false)),
            s => s.ProRata,
            (s, v) => s with { ProRata = v },
            "年末之前，期别为“累计”的达标比例和计数指标对照什么。序时：目标×已过月份÷12；全年：全年目标，得分逐期上升。",
            "全年"
        ),
        Setting(
            "单项指数参与比较",
            SettingKinds.YesNo,
            s => s.ComparesSingles,
            (s, v) => s with { ComparesSingles = v },
            "只由一项指标构成的指数，是否参加该指数的名次、中位数和表扬。否：照常公布，注明“仅由1项构成”，不参加比较。",
            "是"
        ),
        Setting(
            "缺报",
            SettingKinds.Word(("不计", false), ("计零", true)),
            s => s.MissingScoresZero,
            (s, v) => s with { MissingScoresZero = v },
            "不计：缺报的指标不进入计算，公布覆盖率；计零：按 0 分计算，会在方法说明里写明。",
            "不计"
        ),
        Setting(
            "小数位",
            SettingKinds.Whole(0, 2),
            s => s.ScoreDecimals,
            (s, v) => s with { ScoreDecimals = v },
            "公布得分舍入到几位小数，0 到 2；等次和名次按舍入后的数判定。表里一律印两位。",
            "2"
        ),
        Setting(
            "舍入",
            SettingKinds.Word(("四舍五入", MidpointRounding.AwayFromZero), ("四舍六入五成双", MidpointRounding.ToEven)),
            s => s.Rounding,
            (s, v) => s with { Rounding = v },
            "舍入方法。",
            "四舍五入"
        ),
        Setting(
            "排名.最低覆盖率",
            SettingKinds.Number(0m, 100m),
            s => s.RankMinimumCoverage,
            (s, v) => s with { RankMinimumCoverage = v },
            "参加排名的最低覆盖率，%。",
            "80"
        ),
        Setting(
            "排名.最小组规模",
            SettingKinds.Whole(2, 1000),
            s => s.RankMinimumGroup,
            (s, v) => s with { RankMinimumGroup = v },
            "一组少于这么多单位时不排名。",
            "5"
        ),
        Setting(
            "排名.职工数分档",
            SettingKinds.Ascending("整数，由小到大", 1, 1_000_000, 8, "由小到大的整数（1—8 个），例如 [25, 200]"),
            s => s.RankSizeBounds,
            (s, v) => s with { RankSizeBounds = v },
            "基层工会按职工数分组的界限。",
            "[25, 200]"
        ),
        Setting(
            "排名.按单位类别",
            SettingKinds.YesNo,
            s => s.RankByCategory,
            (s, v) => s with { RankByCategory = v },
            "是：基层工会先按单位类别、再按职工数分组；否：只按职工数分组。",
            "否"
        ),
        Setting(
            "排名.公开",
            SettingKinds.Word(
                ("名次", PublicStanding.Places),
                ("档次", PublicStanding.Bands),
                ("不公开", PublicStanding.Withheld)
            ),
            s => s.PublicStanding,
            (s, v) => s with { PublicStanding = v },
            "网站、公开的 PDF 和开放数据里写什么。名次：名次、并列、百分位和升降；档次：只写所在的档；"
                + "不公开：只有得分和等次。内部简报和清单总是写名次。",
            "名次"
        ),
        Setting(
            "排名.档次",
            SettingKinds.Ascending(
                "百分数，由小到大",
                1,
                99,
                6,
                "由小到大、不到 100 的整数（1—6 个），例如 [10, 25, 50]",
                none: "三等分"
            ),
            s => s.RankBands,
            (s, v) => s with { RankBands = v },
            "各档的上限：[10, 25, 50] 分为前10%、前25%、前50%、其余；不写时分为前、中间、后三分之一。",
            "[10, 25, 50]"
        ),
        Setting(
            "稳健性.算法",
            SettingKinds.Variants,
            s => s.Robustness.Variants,
            (s, v) => s with { Robustness = s.Robustness with { Variants = v } },
            "用哪些另外的算法检验名次；写几种就用几种。",
            "[等权, 权重浮动, 逐项去除]"
        ),
        Setting(
            "稳健性.权重浮动",
            SettingKinds.Number(1m, 90m),
            s => s.Robustness.WeightShift,
            (s, v) => s with { Robustness = s.Robustness with { WeightShift = v } },
            "每项指数的权重各上调、下调百分之几。",
            "10"
        ),
        Setting(
            "稳健性.几何平均下限",
            SettingKinds.Number(0.01m, 50m),
            s => s.Robustness.GeometricFloor,
            (s, v) => s with { Robustness = s.Robustness with { GeometricFloor = v } },
            "几何平均时，低于这个分数的指数按这个分数计，以免一项为零则总数为零。",
            "5"
        ),
        Setting(
            "稳健性.不稳健线",
            SettingKinds.Number(1m, 100m),
            s => s.Robustness.FirmShare,
            (s, v) => s with { Robustness = s.Robustness with { FirmShare = v } },
            "名次变动范围超过本组的几分之一，算“名次不稳健”；3 就是三分之一。",
            "4"
        ),
        Setting(
            "小数保护阈值",
            SettingKinds.Whole(2, 20),
            s => s.SmallNumberThreshold,
            (s, v) => s with { SmallNumberThreshold = v },
            "困难职工、争议等人数大于 0 而小于它时写作“＜5”。",
            "5"
        ),
        Setting(
            "小数保护词语",
            SettingKinds.Words,
            s => s.SensitiveWords,
            (s, v) => s with { SensitiveWords = v },
            "指标名称或口径里有其中一个词的，按小数保护处理；写了就代替整个默认列表。",
            "[困难, 帮扶, 争议]"
        ),
        Setting(
            "小数保护计分",
            SettingKinds.YesNo,
            s => s.ScoresWithheld,
            (s, v) => s with { ScoresWithheld = v },
            "受小数保护的指标是否计入本单位的指数。否：不计分，由指数倒推不出；一个单位哪几项计分，会因相邻单位和其他各期的数而变。"
                + "是：照常计分，懂得方法的人能由指数倒推出不少比率；真实数据会给出警告（FG0607）。",
            "是"
        ),
        Setting(
            "不公开计分",
            SettingKinds.YesNo,
            s => s.ScoresUnpublished,
            (s, v) => s with { ScoresUnpublished = v },
            "公开方式为“汇总”“不公开”的指标是否计入本单位的指数。否：不计分，由指数倒推不出。"
                + "是：照常计分，能由指数倒推出得分；真实数据会给出警告（FG0607）。",
            "是"
        ),
        Setting(
            "测评最少有效票",
            SettingKinds.Whole(1, 1000),
            s => s.FewestBallots,
            (s, v) => s with { FewestBallots = v },
            "口径写有“有效票”的测评类指标，有效票少于它时不公布。",
            "20"
        ),
        Setting(
            "不合格评价",
            SettingKinds.Words,
            s => s.FailedAppraisals,
            (s, v) => s with { FailedAppraisals = v },
            "任务的评价或结果里有其中一个词的，不算按期反馈；写了就代替整个默认列表。",
            "[不合格, 退回]"
        ),
        Setting(
            "对账容差",
            SettingKinds.Number(0m, 10m),
            s => s.ReconciliationTolerance,
            (s, v) => s with { ReconciliationTolerance = v },
            "指数.csv 与计算结果相差多少分以内不提醒。",
            "0.05"
        ),
        Setting(
            "公文版式",
            SettingKinds.Word(("国标", OfficialForm.Standard), ("紧凑", OfficialForm.Compact)),
            s => s.OfficialForm,
            (s, v) => s with { OfficialForm = v },
            "简报怎么排。国标：三号字，每面22行、每行28字，正反两面；紧凑：四号字，一面。写不下时从最轻的事实删起，不缩小字号。",
            "紧凑"
        ),
        Setting(
            "OFD",
            SettingKinds.OfdPapers,
            s => s.OfdPapers,
            (s, v) => s with { OfdPapers = v },
            "哪些文件另外做一份 OFD 版式文件（GB/T 33190），供公文交换和归档；写“不做”就都不做。",
            "[简报, 函, 反馈意见书, 年度报告]"
        ),
        Setting(
            "评先.必查指标",
            SettingKinds.Lines,
            s => s.Commending.Indicators,
            (s, v) => s with { Commending = s.Commending with { Indicators = v } },
            "评先资格审查除了指标目录里的必备和一票否决，还要看哪些指标：写指标编码，没有做到满分的不通过。",
            "[G05]"
        ),
        Setting(
            "评先.最低总指数",
            SettingKinds.Number(0m, 100m),
            s => s.Commending.LeastTotal,
            (s, v) => s with { Commending = s.Commending with { LeastTotal = v } },
            "总指数低于它的不通过；0 表示不看总指数。",
            "80"
        ),
        Setting(
            "星级.等级",
            SettingKinds.Stars,
            s => s.Stars.Levels,
            (s, v) => s with { Stars = s.Stars with { Levels = v } },
            "年度给基层工会评星级：由高到低，每级写名称、最低总指数，另有条件的写条件（必备达标、资格审查通过）；"
                + "覆盖率不到排名.最低覆盖率的和新建的不评。不写就不评星级。",
            "[{名称: 五星, 最低总指数: 90, 条件: 必备达标}, {名称: 四星, 最低总指数: 80}]"
        ),
        Setting(
            "星级.公开",
            SettingKinds.YesNo,
            s => s.Stars.ArePublic,
            (s, v) => s with { Stars = s.Stars with { ArePublic = v } },
            "填是时，星级写在工会的公开页面和开放数据里；条件是“资格审查通过”的不能公开。否则只在内部台账里。",
            "是"
        ),
        Setting(
            "简报.报头名称",
            SettingKinds.Text(20),
            s => s.Brief.Name,
            (s, v) => s with { Brief = s.Brief with { Name = v } },
            "简报的报头。",
            "示例工运简报"
        ),
        Setting(
            "简报.起始总期号",
            SettingKinds.Whole(0, 99_999),
            s => s.Brief.FirstSerial,
            (s, v) => s with { Brief = s.Brief with { FirstSerial = v } },
            "第一份简报的总期号；0 表示不印总期号。",
            "101"
        ),
        Setting(
            "简报.报",
            SettingKinds.Lines,
            s => s.Brief.ReportTo,
            (s, v) => s with { Brief = s.Brief with { ReportTo = v } },
            "报送的上级。",
            "[示例市总工会]"
        ),
        Setting(
            "简报.送",
            SettingKinds.Lines,
            s => s.Brief.SendTo,
            (s, v) => s with { Brief = s.Brief with { SendTo = v } },
            "抄送的单位。",
            "[区委办公室]"
        ),
        Setting(
            "简报.发",
            SettingKinds.Lines,
            s => s.Brief.DistributeTo,
            (s, v) => s with { Brief = s.Brief with { DistributeTo = v } },
            "下发的单位。",
            "[各镇（街道）总工会]"
        ),
        Setting(
            "简报.份数",
            SettingKinds.Whole(0, 100_000),
            s => s.Brief.Copies,
            (s, v) => s with { Brief = s.Brief with { Copies = v } },
            "共印份数；0 表示不印。",
            "60"
        ),
        Setting(
            "简报.镇街报",
            SettingKinds.Lines,
            s => s.Brief.TownReportTo,
            (s, v) => s with { Brief = s.Brief with { TownReportTo = v } },
            "镇街简报报送的上级。",
            "[示例区总工会]"
        ),
        Setting(
            "简报.镇街送",
            SettingKinds.Lines,
            s => s.Brief.TownSendTo,
            (s, v) => s with { Brief = s.Brief with { TownSendTo = v } },
            "镇街简报抄送的单位。",
            "[镇有关站所]"
        ),
        Setting(
            "简报.镇街发",
            SettingKinds.Lines,
            s => s.Brief.TownDistributeTo,
            (s, v) => s with { Brief = s.Brief with { TownDistributeTo = v } },
            "镇街简报下发的单位。",
            "[各基层工会]"
        ),
        Setting(
            "简报.镇街份数",
            SettingKinds.Whole(0, 100_000),
            s => s.Brief.TownCopies,
            (s, v) => s with { Brief = s.Brief with { TownCopies = v } },
            "镇街简报共印份数；0 表示不印。",
            "20"
        ),
        Setting(
            "简报.批示栏",
            SettingKinds.YesNo,
            s => s.Brief.HasRemarkBox,
            (s, v) => s with { Brief = s.Brief with { HasRemarkBox = v } },
            "填是时，表的右边留一个空白的批示栏；公开版没有。",
            "否"
        ),
        Setting(
            "简报.标识",
            SettingKinds.Text(30),
            s => s.Brief.Notice,
            (s, v) => s with { Brief = s.Brief with { Notice = v } },
            "左上角的标识，例如 内部资料 注意保存。",
            "内部资料 注意保存"
        ),
        Setting(
            "简报.公开版",
            SettingKinds.YesNo,
            s => s.Brief.IsAlsoPublic,
            (s, v) => s with { Brief = s.Brief with { IsAlsoPublic = v } },
            "填是时，另外生成不点名的公开版简报，放在网站的“报告”栏目；内部版照旧。",
            "是"
        ),
        Setting(
            "简报.即办天数",
            SettingKinds.Whole(1, 365),
            s => s.Brief.DaysToSettle,
            (s, v) => s with { Brief = s.Brief with { DaysToSettle = v } },
            "建议里做一下就行的事（评价、反馈、重报、核清）的期限：简报日期以后多少天。",
            "7"
        ),
        Setting(
            "简报.方案天数",
            SettingKinds.Whole(1, 365),
            s => s.Brief.DaysToPlan,
            (s, v) => s with { Brief = s.Brief with { DaysToPlan = v } },
            "建议里报方案、答复需求的期限：简报日期以后多少天。",
            "20"
        ),
        Setting(
            "简报.补齐月数",
            SettingKinds.Whole(0, 12),
            s => s.Brief.MonthsToCatchUp,
            (s, v) => s with { Brief = s.Brief with { MonthsToCatchUp = v } },
            "建议里补齐差额的期限：简报日期以后第几个月的月末；0 是当月末。",
            "2"
        ),
        Setting(
            "简报.整改季数",
            SettingKinds.Whole(0, 4),
            s => s.Brief.QuartersToMend,
            (s, v) => s with { Brief = s.Brief with { QuartersToMend = v } },
            "建议里整改、按措施做到的期限：简报日期以后第几个季度的季末；0 是当季末。",
            "2"
        ),
        Setting(
            "文书.发文机关",
            SettingKinds.Text(40),
            s => s.Letters.Issuer,
            (s, v) => s with { Letters = s.Letters with { Issuer = v } },
            "提示函、预警函、督办函、约谈通知和反馈意见书的发文机关；留空时用主办单位。",
            "示例区总工会"
        ),
        Setting(
            "文书.联系部门",
            SettingKinds.Text(60),
            s => s.Letters.Department,
            (s, v) => s with { Letters = s.Letters with { Department = v } },
            "函里的联系部门，回执也报给它；留空时用编印单位。电话用“联系.电话”。",
            "示例区总工会办公室"
        ),
        .. Vocabulary.Rungs.Select(rung =>
            Setting(
                $"文书.{rung.Word()}代字",
                SettingKinds.Text(12),
                s => s.Letters.Marks[(int)rung],
                (s, v) => s with { Letters = s.Letters with { Marks = s.Letters.Marks.SetItem((int)rung, v) } },
                $"{rung.Word()}的函的机关代字，每年按发出日期从1号起编；留空时文号留空，由办公室填写。"
                    + "指导表的“文号”列填了的，照那一列。",
                "示工" + rung.Word()[..1]
            )
        ),
        Setting(
            "文书.反馈代字",
            SettingKinds.Text(12),
            s => s.Letters.OpinionMark,
            (s, v) => s with { Letters = s.Letters with { OpinionMark = v } },
            "反馈意见书的机关代字，先基层后镇街，按组织编码从1号起编；留空时文号留空。",
            "示工馈"
        ),
        Setting(
            "文书.反馈意见书",
            SettingKinds.Word(
                ("PDF和Word", OpinionForm.PdfAndWord),
                ("只做PDF", OpinionForm.Pdf),
                ("不做", OpinionForm.None)
            ),
            s => s.Letters.Opinions,
            (s, v) => s with { Letters = s.Letters with { Opinions = v } },
            "最新一个年度给每个工会、每个镇街一份反馈意见书；工会有几千家、又不逐份改时，只做PDF可以少一半文件。",
            "只做PDF"
        ),
        Setting(
            "文书.回复天数",
            SettingKinds.Whole(1, 365),
            s => s.Letters.ReplyDays,
            (s, v) => s with { Letters = s.Letters with { ReplyDays = v } },
            "反馈意见书发出后多少天内交回执。",
            "30"
        ),
        Setting(
            "文书.复核天数",
            SettingKinds.Whole(1, 365),
            s => s.Letters.ReviewDays,
            (s, v) => s with { Letters = s.Letters with { ReviewDays = v } },
            "对数据有异议的，多少天内复核并书面答复。",
            "15"
        ),
        new()
        {
            Path = "字体.*",
            Type = "字体文件或字体名，几个时用列表",
            Default = "系统字体",
            Description =
                "各种字体按先后次序的选择；名字是 小标宋、宋、仿宋、楷、黑、粗黑。字母和数字另用的写“西文”（宋、仿宋、楷都用它），"
                + "只改一种的写“仿宋西文”“黑西文”。",
            Example = "小标宋: [方正小标宋简体, 宋体]",
            Apply = (s, v, r) =>
                s with
                {
                    Fonts = s.Fonts.SetItem(r.Name[(r.Name.IndexOf('.', StringComparison.Ordinal) + 1)..], r.Lines(v)),
                },
        },
    ];

    private static Settings Defaults => new();

    private static SettingSpec Setting<T>(
        string path,
        SettingKind<T> kind,
        Func<Settings, T> get,
        Func<Settings, T, Settings> set,
        string description,
        string example = ""
    ) =>
        new()
        {
            Path = path,
            Type = kind.Type,
            Default = kind.Write(get(Defaults)),
            Description = description,
            Example = example,
            Apply = (settings, value, reader) => set(settings, kind.Read(value, reader, get(settings))),
        };
}
