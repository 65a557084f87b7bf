using System.Collections.Immutable;

namespace FuGongJianJia.Demo;

/// <summary>
/// The default catalogue of 23 indicators（默认指标目录）, one line a row of 指标.csv. A proposal for unions that have none yet:
/// no public list of the 23 exists. An indicator is changed, added or taken away here and nowhere else.
/// </summary>
public static class DefaultCatalogue
{
    /// <summary>Columns of 指标.csv, in order.</summary>
    public const string Header =
        "指标编码,版本,指标名称,指数,单位,方向,规则,参数,分值,适用层级,适用类别,汇总方式,责任层级,数据来源,口径,生效年度,变更说明,上限,必备,一票否决";

    private const string HighTiers = "100:100;95:80;90:60;80:40;0:0";
    private const string BallotTiers = "95:100;90:90;85:75;80:60;0:0";
    private const string StudioTiers = "省级及以上:100;市级:85;区级:70;无:0";

    /// <summary>The year in which 劳动和技能竞赛参与率 (H01) came to count distinct workers: a series break（断点）.</summary>
    /// <param name="baseYear">First year of the series.</param>
    public static int RevisionYear(int baseYear) => baseYear + 1;

    /// <summary>The catalogue as it stood in a year.</summary>
    /// <param name="year">Year.</param>
    /// <param name="baseYear">First year of the series; H01 is revised in the year after.</param>
    public static ImmutableArray<CatalogueRow> Of(int year, int baseYear)
    {
        var revised = year >= RevisionYear(baseYear);
        return
        [
            // 红色指数
            new(
                "R01",
                "思想引领覆盖率",
                "红色",
                "%",
                "达标比例",
                "80",
                30,
                "全部",
                "全部",
                "合并比率",
                "基层",
                "活动台账",
                "参加学习宣讲的职工数（去重）÷职工总数"
            ),
            new(
                "R02",
                "党建带工建达标率",
                "红色",
                "是/否",
                "是否",
                "",
                25,
                "基层",
                "全部",
                "达标单位占比",
                "基层",
                "组织台账",
                "有党组织的单位，党建带工建制度、人员、阵地三项齐全填“是”；没有党组织的填不适用"
            ),
            new(
                "R02",
                "党建带工建达标率",
                "红色",
                "%",
                "达标比例",
                "100",
                25,
                "镇街|区",
                "全部",
                "达标单位占比",
                "镇街",
                "组织台账",
                "达标单位数÷有党组织的建会单位数"
            ),
            new(
                "R03",
                "劳模工匠宣讲场次",
                "红色",
                "场",
                "计数",
                "1",
                25,
                "基层",
                "全部",
                "求和",
                "基层",
                "活动台账",
                "年内举办或承办的劳模工匠宣讲、大讲堂场次"
            ),
            new(
                "R03",
                "劳模工匠宣讲场次",
                "红色",
                "场",
                "计数",
                "12",
                25,
                "镇街",
                "全部",
                "求和",
                "镇街",
                "活动台账",
                "镇街总工会本级及所辖单位年内宣讲、大讲堂场次，每月至少一场"
            ),
            new(
                "R03",
                "劳模工匠宣讲场次",
                "红色",
                "场",
                "计数",
                "288",
                25,
                "区",
                "全部",
                "求和",
                "区",
                "活动台账",
                "全区年内宣讲、大讲堂场次，按24个镇街每月一场安排"
            ),
            new(
                "R04",
                "工会干部党纪与业务培训参训率",
                "红色",
                "%",
                "达标比例",
                "95",
                20,
                "全部",
                "全部",
                "合并比率",
                "镇街、基层",
                "培训签到",
                "参训干部数÷应训干部数"
            ),
            // 规范指数
            new(
                "G01",
                "建会率",
                "规范",
                "%",
                "达标比例",
                "90",
                15,
                "镇街|区",
                "全部",
                "合并比率",
                "镇街",
                "建会台账",
                "已建会单位数÷25人以上应建会单位数"
            ),
            new(
                "G02",
                "会员实名制率",
                "规范",
                "%",
                "达标比例",
                "95",
                15,
                "全部",
                "全部",
                "合并比率",
                "基层",
                "实名制系统",
                "实名入库会员数÷会员总数"
            ),
            new(
                "G03",
                "组织健全度",
                "规范",
                "%",
                "清单",
                "4",
                20,
                "基层",
                "全部",
                "合并比率",
                "基层",
                "组织台账",
                "按期换届、经审组织、女职工组织、新任主席一年内培训四项中完成项÷适用项"
            )
            {
                Mandatory = true,
            },
            new(
                "G03",
                "组织健全度",
                "规范",
                "%",
                "达标比例",
                "100",
                20,
                "镇街|区",
                "全部",
                "合并比率",
                "镇街",
                "组织台账",
                "所辖基层工会完成项合计÷适用项合计"
            )
            {
                Mandatory = true,
            },
            new(
                "G04",
                "工会经费足额上缴率",
                "规范",
                "%",
                "分档",
                HighTiers,
                20,
                "全部",
                "全部",
                "合并比率",
                "镇街、基层",
                "财务系统",
                "实缴额÷应缴额，补缴以前年度欠缴的可以超过100%"
            ),
            new(
                "G05",
                "经审问题逾期未整改数",
                "规范",
                "个",
                "扣分",
                "20",
                15,
                "全部",
                "全部",
                "不汇总",
                "镇街、基层",
                "经审台账",
                "期末本级逾期未整改的经审问题数"
            )
            {
                LowerIsBetter = true,
            },
            new(
                "G06",
                "任务按期办结率",
                "规范",
                "%",
                "达标比例",
                "95",
                15,
                "全部",
                "全部",
                "合并比率",
                "镇街、基层",
                "任务台账",
                "按期反馈且评价合格的任务数÷到期任务数，含平台任务和线下交办任务"
            ),
            // 活力指数
            revised
                ? new(
                    "H01",
                    "劳动和技能竞赛参与率",
                    "活力",
                    "%",
                    "达标比例",
                    "60",
                    30,
                    "全部",
                    "全部",
                    "合并比率",
                    "基层",
                    "竞赛台账",
                    "参赛职工数（去重）÷职工总数"
                )
                {
                    Since = RevisionYear(baseYear),
                    ChangeNote = "由参赛人次改为参赛职工数（去重），目标由80调整为60；与上一版本不可比",
                }
                : new(
                    "H01",
                    "劳动和技能竞赛参与率",
                    "活力",
                    "%",
                    "达标比例",
                    "80",
                    30,
                    "全部",
                    "全部",
                    "合并比率",
                    "基层",
                    "竞赛台账",
                    "参赛人次÷职工总数"
                ),
            new(
                "H02",
                "劳模工匠创新工作室",
                "活力",
                "级别",
                "分档",
                StudioTiers,
                20,
                "基层",
                "企业|事业",
                "最高级别",
                "基层",
                "命名文件",
                "已命名创新工作室的最高级别"
            ),
            new(
                "H02",
                "劳模工匠创新工作室",
                "活力",
                "个",
                "计数",
                "3",
                20,
                "镇街",
                "全部",
                "不汇总",
                "镇街",
                "命名文件",
                "辖区内区级及以上创新工作室个数"
            ),
            new(
                "H02",
                "劳模工匠创新工作室",
                "活力",
                "个",
                "计数",
                "60",
                20,
                "区",
                "全部",
                "不汇总",
                "区",
                "命名文件",
                "全区区级及以上创新工作室个数"
            ),
            new(
                "H03",
                "职工技能培训完成率",
                "活力",
                "%",
                "达标比例",
                "100",
                30,
                "全部",
                "全部",
                "合并比率",
                "镇街、基层",
                "活动台账",
                "培训人次÷计划人次，超额完成的可以超过100%"
            ),
            new(
                "H04",
                "新就业形态劳动者入会完成率",
                "活力",
                "%",
                "达标比例",
                "100",
                20,
                "基层",
                "联合工会",
                "合并比率",
                "基层",
                "入会平台",
                "新发展会员数÷任务数，超额完成的可以超过100%"
            ),
            new(
                "H04",
                "新就业形态劳动者入会完成率",
                "活力",
                "%",
                "达标比例",
                "100",
                20,
                "镇街|区",
                "全部",
                "合并比率",
                "镇街",
                "入会平台",
                "新发展会员数÷任务数，超额完成的可以超过100%"
            ),
            // 温暖指数
            new(
                "W01",
                "困难职工帮扶到位率",
                "温暖",
                "%",
                "达标比例",
                "100",
                25,
                "全部",
                "全部",
                "合并比率",
                "镇街、基层",
                "帮扶系统",
                "已帮扶户数÷在档户数；没有在档户的填不适用"
            ),
            new(
                "W02",
                "走访慰问覆盖率",
                "温暖",
                "%",
                "达标比例",
                "90",
                20,
                "全部",
                "全部",
                "合并比率",
                "基层",
                "家访汇总",
                "已走访职工数（去重）÷应走访职工数"
            ),
            new(
                "W03",
                "疗休养与健康体检参加率",
                "温暖",
                "%",
                "达标比例",
                "30",
                15,
                "全部",
                "全部",
                "合并比率",
                "基层",
                "活动台账",
                "由工会组织参加疗休养、健康体检的职工数（去重）÷职工总数"
            ),
            new(
                "W04",
                "服务阵地达标率",
                "温暖",
                "%",
                "达标比例",
                "100",
                15,
                "全部",
                "全部",
                "合并比率",
                "镇街、基层",
                "阵地台账",
                "验收或复验合格的驿站、母婴室、职工书屋数÷应建数；没有建设任务的填不适用"
            ),
            new(
                "W05",
                "会员评家满意率",
                "温暖",
                "%",
                "分档",
                BallotTiers,
                25,
                "全部",
                "全部",
                "合并比率",
                "基层",
                "测评",
                "满意和基本满意票÷有效票，有效票不少于10张；每年测评一次"
            ),
            // 和谐指数
            new(
                "X01",
                "职代会（职工大会）按期召开",
                "和谐",
                "是/否",
                "是否",
                "",
                25,
                "基层",
                "企业|事业",
                "达标单位占比",
                "基层",
                "民主管理台账",
                "本期到期应召开且已召开填“是”，未到期的填不适用"
            ),
            new(
                "X01",
                "职代会（职工大会）按期召开",
                "和谐",
                "%",
                "达标比例",
                "100",
                25,
                "镇街|区",
                "全部",
                "达标单位占比",
                "镇街",
                "民主管理台账",
                "按期召开单位数÷应召开单位数"
            ),
            new(
                "X02",
                "集体合同三项有效签订率",
                "和谐",
                "%",
                "清单",
                "3",
                35,
                "基层",
                "企业|联合工会",
                "合并比率",
                "基层",
                "协商台账",
                "综合、工资专项、女职工专项集体合同中有效项÷适用项"
            ),
            new(
                "X02",
                "集体合同三项有效签订率",
                "和谐",
                "%",
                "达标比例",
                "100",
                35,
                "镇街|区",
                "全部",
                "合并比率",
                "镇街",
                "协商台账",
                "所辖单位有效合同项合计÷适用项合计"
            ),
            new(
                "X03",
                "劳动争议调解成功率",
                "和谐",
                "%",
                "达标比例",
                "80",
                20,
                "全部",
                "全部",
                "合并比率",
                "镇街、基层",
                "调解平台",
                "调解成功件数÷已结案件数；没有受理案件的填不适用，受理多少不计分"
            ),
            new(
                "X04",
                "群体性劳动关系事件",
                "和谐",
                "起",
                "扣分",
                "50",
                20,
                "基层|镇街",
                "全部",
                "求和",
                "镇街、基层",
                "部门通报",
                "经认定的群体性事件起数"
            )
            {
                LowerIsBetter = true,
                Veto = true,
            },
            new(
                "X04",
                "群体性劳动关系事件",
                "和谐",
                "起",
                "扣分",
                "10",
                20,
                "区",
                "全部",
                "求和",
                "区",
                "部门通报",
                "经认定的群体性事件起数"
            )
            {
                LowerIsBetter = true,
                Veto = true,
            },
        ];
    }

    /// <summary>Writes 指标.csv.</summary>
    internal static void Write(Stream stream, int year, int baseYear)
    {
        using var sink = new CsvSink(stream, Header);
        foreach (var row in Of(year, baseYear))
        {
            var since = row.Since ?? baseYear;
            sink.Row(
                row.Code,
                CsvSink.Text(since) + "版",
                row.Name,
                row.Index,
                row.Unit,
                row.LowerIsBetter ? "↓" : "↑",
                row.Rule,
                row.Parameter,
                CsvSink.Text(row.Weight),
                row.Levels,
                row.Categories,
                row.Aggregation,
                row.Responsible,
                row.Source,
                row.Definition,
                CsvSink.Text(since),
                row.ChangeNote,
                row.UpperBound,
                CsvSink.Text(row.Mandatory),
                CsvSink.Text(row.Veto)
            );
        }
    }
}

/// <summary>A row of 指标.csv as words, the way a clerk would type it.</summary>
/// <param name="Code">指标编码.</param>
/// <param name="Name">指标名称.</param>
/// <param name="Index">指数.</param>
/// <param name="Unit">单位.</param>
/// <param name="Rule">规则.</param>
/// <param name="Parameter">参数.</param>
/// <param name="Weight">分值.</param>
/// <param name="Levels">适用层级.</param>
/// <param name="Categories">适用类别.</param>
/// <param name="Aggregation">汇总方式.</param>
/// <param name="Responsible">责任层级.</param>
/// <param name="Source">数据来源.</param>
/// <param name="Definition">口径.</param>
public sealed record CatalogueRow(
    string Code,
    string Name,
    string Index,
    string Unit,
    string Rule,
    string Parameter,
    int Weight,
    string Levels,
    string Categories,
    string Aggregation,
    string Responsible,
    string Source,
    string Definition
)
{
    /// <summary>方向: ↓ when true.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>上限 100: a ratio whose 分子 is part of its 分母.</summary>
    public bool IsBounded => Unit == "%" && !IsPlan;

    /// <summary>上限: 100 for parts of a whole, 200 where a plan or a due may be exceeded, none for counts.</summary>
    public string UpperBound =>
        IsBounded ? "100"
        : Unit == "%" && Rule != "扣分" ? "200"
        : "";

    // Plans, dues and attendances may be exceeded; overdue findings (G05) are a count.
    private bool IsPlan => Code is "G04" or "G05" or "H03" or "H04" || (Code == "H01" && Since is null);

    /// <summary>必备.</summary>
    public bool Mandatory { get; init; }

    /// <summary>一票否决.</summary>
    public bool Veto { get; init; }

    /// <summary>生效年度; null for the first year of the series.</summary>
    public int? Since { get; init; }

    /// <summary>变更说明.</summary>
    public string ChangeNote { get; init; } = "";
}
