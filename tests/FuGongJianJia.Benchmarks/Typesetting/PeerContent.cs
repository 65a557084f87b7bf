using System.Globalization;

namespace FuGongJianJia.Benchmarks.Typesetting;

/// <summary>A row of bars.</summary>
/// <param name="Title">Title.</param>
/// <param name="Labels">Names under the bars.</param>
/// <param name="Values">Heights.</param>
internal sealed record PeerChart(string Title, string[] Labels, int[] Values);

/// <summary>A one-page brief.</summary>
internal sealed record PeerBrief(
    string Title,
    string Subtitle,
    (string Name, string Value)[] Figures,
    string[] Paragraphs,
    PeerChart Chart,
    string[] Head,
    string[][] Rows
);

/// <summary>A section of a report's chapter, with a chart or a table.</summary>
internal sealed record PeerSection(
    string Title,
    string[] Paragraphs,
    PeerChart? Chart,
    string[]? Head,
    string[][]? Rows
);

/// <summary>A report of about forty pages.</summary>
internal sealed record PeerReport(
    string Title,
    string Publisher,
    string Date,
    (string Title, PeerSection[] Sections)[] Chapters
);

/// <summary>
/// Prose, tables and charts of the size and mixture that the other PDF engines were given（对照内容）: three paragraphs, six
/// figures, eight
/// bars and ten rows a brief; nine chapters of prose, twelve bars and fifty rows a report. The same seed gives the same
/// content.
/// </summary>
internal static class PeerContent
{
    private const string NameCharacters = "东西南北中高新江海湖山桥塘岭沙石龙凤金银玉长安永福春华秋实";
    private const string PlaceCharacters = "城街镇港园区湾口";

    private static readonly string[] Sentences =
    [
        "全区各级工会坚持以职工为中心的工作导向，扎实推进基层组织建设，入会率和覆盖面稳步提升。",
        "年度新建工会组织集中在平台企业、物流园区和新就业形态群体，网约车司机、外卖骑手、快递员入会工作取得明显进展。",
        "经费收缴总体平稳，留成比例符合规定，但部分单位存在拨缴滞后、账户未独立、预算执行率偏低等问题，需要限期整改。",
        "困难职工帮扶实行“一户一档、一人一策”，全年走访慰问家庭，发放救助金，解困脱困机制运行良好。",
        "集体协商覆盖率保持较高水平，工资专项集体合同续签及时；个别行业（如餐饮、建筑）签约质量仍需提高。",
        "职工代表大会制度在规模以上企业基本落实，厂务公开内容逐步规范，职工满意度测评结果较上年有所上升。",
        "劳动争议调解组织共受理案件，调解成功率达到预期目标，涉及欠薪、社会保险、工伤认定的案件占比较大。",
        "技能竞赛与劳模创新工作室建设同步推进，获得市级以上表彰的先进集体和个人数量创近五年新高。",
        "女职工权益保护方面，新增爱心托管班和母婴关爱室，专项协议签订率持续提高，“四期”保护措施落实到位。",
        "职工服务中心全年开放，法律援助、心理咨询、就业培训、医疗互助等项目参与人次明显增长。",
        "从区域分布看，东部街道组建数量最多，西部乡镇基数小、增速快；南部片区受企业迁出影响，会员数略有下降。",
        "数据口径说明：会员数以年末实名登记为准，经费数据来源于财务系统导出表，未入库凭证不纳入统计范围。",
        "下一步建议：一是盯住百人以上未建会企业；二是压实主体责任，按季通报；三是加强干部培训，配齐专兼职人员。",
        "安全生产隐患排查活动共发现问题，整改完成率百分之九十八，高温津贴发放情况抽查合格。",
        "互联网普惠服务平台注册用户持续增加，线上活动受到青年职工欢迎，满意率维持在较好区间。",
        "审计结果显示，专项资金使用基本合规，个别项目结余较多，建议及时盘活，避免年底突击支出。",
    ];

    private static readonly string[] Head =
    [
        "单位名称",
        "会员数（人）",
        "入会率",
        "经费收缴（万元）",
        "预算执行率",
        "综合评价",
    ];

    internal static PeerBrief Brief(int number)
    {
        var random = new Random(number);
        string[] names = ["基层工会数", "会员总数", "入会率%", "经费万元", "帮扶户数", "调解案件"];
        return new(
            $"{Pick(random, NameCharacters)}{Pick(random, NameCharacters)}区工会工作情况简报",
            $"2026年第{number + 1}期　供领导参阅",
            [.. names.Select(n => (n, random.Next(10, 10000).ToString("N0", CultureInfo.InvariantCulture)))],
            [.. Enumerable.Range(0, 3).Select(_ => Paragraph(random, 3))],
            Chart(random, 8),
            Head,
            Rows(random, 10)
        );
    }

    internal static PeerReport Report()
    {
        var random = new Random(7);
        string[] topics =
        [
            "组织建设",
            "经费收缴",
            "困难帮扶",
            "集体协商",
            "民主管理",
            "劳动争议",
            "技能竞赛",
            "女工权益",
            "服务阵地",
        ];
        return new(
            "2026年度工会工作统计分析报告",
            "某某区总工会",
            "2026年12月",
            [
                .. topics.Select(
                    (topic, i) =>
                        (
                            $"第{"一二三四五六七八九"[i]}章　{topic}",
                            new PeerSection[]
                            {
                                new(
                                    "（一）总体情况",
                                    [.. Enumerable.Range(0, 4).Select(_ => Paragraph(random, 5))],
                                    Chart(random, 12),
                                    null,
                                    null
                                ),
                                new(
                                    "（二）数据明细",
                                    [.. Enumerable.Range(0, 3).Select(_ => Paragraph(random, 5))],
                                    null,
                                    Head,
                                    Rows(random, 50)
                                ),
                            }
                        )
                ),
            ]
        );
    }

    private static string Paragraph(Random random, int sentences) =>
        string.Concat(
            Enumerable
                .Range(0, sentences)
                .Select(_ =>
                {
                    var sentence = Sentences[random.Next(Sentences.Length)];
                    if (random.NextDouble() >= 0.4)
                        return sentence;
                    var comma = sentence.IndexOf('，', StringComparison.Ordinal);
                    string[] ways = ["增长", "下降", "提高"];
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"{sentence[..comma]}，同比{ways[random.Next(3)]}"
                            + $"{random.Next(1, 301) / 10.0:0.#}%{sentence[comma..]}"
                    );
                })
        );

    private static PeerChart Chart(Random random, int bars) =>
        new(
            "各单位会员数对比",
            [
                .. Enumerable
                    .Range(0, bars)
                    .Select(_ =>
                        $"{Pick(random, NameCharacters)}{Pick(random, NameCharacters)}{Pick(random, PlaceCharacters)}"
                    ),
            ],
            [.. Enumerable.Range(0, bars).Select(_ => random.Next(20, 101))]
        );

    private static string[][] Rows(Random random, int count)
    {
        string[] kinds = ["总工会", "联合工会", "教育工会", "机关工会", "物流行业工会", "建筑业工会联合会"];
        string[] grades = ["优秀", "良好", "达标", "需关注"];
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                    new[]
                    {
                        $"{Pick(random, NameCharacters)}{Pick(random, NameCharacters)}"
                            + $"{Pick(random, PlaceCharacters)}{kinds[random.Next(kinds.Length)]}",
                        random.Next(80, 100000).ToString("N0", CultureInfo.InvariantCulture),
                        string.Create(CultureInfo.InvariantCulture, $"{random.Next(600, 1001) / 10.0:0.0}%"),
                        (random.Next(100, 100000) / 10.0).ToString("N1", CultureInfo.InvariantCulture),
                        string.Create(CultureInfo.InvariantCulture, $"{random.Next(700, 1051) / 10.0:0.0}%"),
                        grades[random.Next(grades.Length)],
                    }
                ),
        ];
    }

    private static char Pick(Random random, string characters) => characters[random.Next(characters.Length)];
}
