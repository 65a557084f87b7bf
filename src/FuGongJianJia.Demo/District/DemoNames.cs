using System.Collections.Immutable;

namespace FuGongJianJia.Demo.District;

/// <summary>
/// Invented names（虚构名称）. The district, its towns, firms and people do not exist: firms carry 示例区 in front,
/// people a given name such as 示例 or 样本 that nobody bears, grantors are 示例 bodies.
/// </summary>
internal static class DemoNames
{
    public const string District = "示例区";
    public const string DistrictCode = "SL00";
    public const string DistrictUnion = "示例区总工会";

    /// <summary>A division code of no province（虚构区划代码）: 99 is not assigned.</summary>
    public const string DivisionCode = "990101";

    /// <summary>24 town-level units with the weight that says how many unions they have.</summary>
    public static ImmutableArray<(string Name, int Weight)> Towns { get; } =
    [
        ("云岫街道", 14),
        ("澄湖街道", 12),
        ("锦堤街道", 11),
        ("北渚街道", 9),
        ("听松街道", 8),
        ("东溪镇", 11),
        ("石桁镇", 9),
        ("梅岸镇", 8),
        ("白鹭浦镇", 9),
        ("青篱镇", 7),
        ("枫渡镇", 8),
        ("桑墩镇", 7),
        ("竹屿镇", 6),
        ("霞坪镇", 8),
        ("南濑镇", 7),
        ("柳汀镇", 6),
        ("长陂镇", 7),
        ("兰畈镇", 6),
        ("松隐乡", 5),
        ("鹤岭乡", 5),
        ("清樾乡", 5),
        ("茶坞乡", 5),
        ("半峰乡", 4),
        ("溪杳乡", 5),
    ];

    /// <summary>Unions directly under the district: name, short name, 组织类型, 单位类别, 职工数.</summary>
    public static ImmutableArray<(
        string Name,
        string Short,
        string Kind,
        string Category,
        int Workers
    )> Direct { get; } =
    [
        ("示例区级机关工会", "区级机关工会", "基层工会", "机关", 168),
        ("示例区教育局机关工会", "教育局机关工会", "基层工会", "机关", 74),
        ("示例区交通运输局机关工会", "交通局机关工会", "基层工会", "机关", 66),
        ("示例区住房和城乡建设局机关工会", "住建局机关工会", "基层工会", "机关", 82),
        ("示例区人民医院工会", "区人民医院工会", "基层工会", "事业", 912),
        ("示例区中医院工会", "区中医院工会", "基层工会", "事业", 486),
        ("示例区第一中学工会", "区第一中学工会", "基层工会", "事业", 214),
        ("示例区职业技术学校工会", "区职技校工会", "基层工会", "事业", 176),
        ("示例区图书馆工会", "区图书馆工会", "基层工会", "事业", 38),
        ("示例区公共交通有限公司工会", "区公交工会", "基层工会", "企业", 1046),
        ("示例区水务有限公司工会", "区水务工会", "基层工会", "企业", 352),
        ("示例区城市建设投资有限公司工会", "区城投工会", "基层工会", "企业", 228),
        ("示例区粮食储备有限公司工会", "区粮储工会", "基层工会", "企业", 57),
        ("示例区建设产业工会", "建设产业工会", "产业工会", "其他", 640),
        ("示例区商贸旅游产业工会", "商贸旅游产业工会", "产业工会", "其他", 420),
        ("示例区慈善服务中心工会", "区慈善服务中心工会", "基层工会", "社会组织", 31),
    ];

    public static ImmutableArray<string> Industries { get; } =
    [
        "纺织",
        "精密机械",
        "电子",
        "食品",
        "建材",
        "物流",
        "服饰",
        "五金",
        "新材料",
        "包装",
        "光电",
        "家居",
        "环保科技",
        "印务",
        "商贸",
        "酒店管理",
        "物业服务",
        "农业科技",
        "信息技术",
        "汽车零部件",
        "医疗器械",
        "建设工程",
        "文体用品",
        "电力设备",
    ];

    public static ImmutableArray<string> Trades { get; } =
    [
        "纺织行业",
        "物流快递行业",
        "餐饮行业",
        "机械五金行业",
        "小微企业园",
        "物业保安行业",
        "商圈",
        "家政服务行业",
        "新就业形态劳动者",
        "建筑行业",
    ];

    public static ImmutableArray<string> Schools { get; } =
    ["中心小学", "卫生院", "初级中学", "中心幼儿园", "成人文化技术学校", "综合文化站"];

    public static ImmutableArray<string> Societies { get; } =
    ["养老服务中心", "社会工作服务站", "商会", "志愿服务总队"];

    public static ImmutableArray<string> Others { get; } = ["农产品专业合作社", "农贸市场", "渔业合作社"];

    /// <summary>Two-character brand and industry for a number; 38,400 different ones.</summary>
    public static (string Name, string Short) Firm(int number)
    {
        var n = (int)((uint)number * 7919L % (BrandFirst.Length * BrandSecond.Length * Industries.Length));
        var industry = Industries[n % Industries.Length];
        var brand = n / Industries.Length;
        var word = $"{BrandFirst[brand % BrandFirst.Length]}{BrandSecond[brand / BrandFirst.Length]}";
        return ($"{District}{word}{industry}有限公司工会", $"{word}{industry}工会");
    }

    /// <summary>A village（村、社区）within a town, 400 different ones.</summary>
    public static string Village(int number)
    {
        var first = VillageFirst[(int)((uint)number * 7L % VillageFirst.Length)];
        var second = VillageSecond[(int)((uint)number / VillageFirst.Length % VillageSecond.Length)];
        return $"{first}{second}";
    }

    /// <summary>A person who cannot be（虚构人名）.</summary>
    public static string Person(SeededRandom random) =>
        Surnames[random.Between(0, Surnames.Length - 1)] + random.Pick(GivenNames);

    private const string BrandFirst =
        "禾沐澄砺恒铭翊瀚岚栩朗峻煦谨臻璞芃沛皓溯越筑耘楷桐砚槿霁汀樾泓葆睿弘嘉熠珩昶翎蔚";
    private const string BrandSecond = "锐川宁远辰欣泽谷岳帆洲朴彦拓舟萤禹森卓驰淇荣信达源诚隆昇凯丰华瑞腾瀛和茂原致嵘";
    private const string VillageFirst = "上前后里外东西南北大下中青石竹松梅柳云塔";
    private const string VillageSecond = "塘墩浦畈坞岙桥湾坑圩畦堰渡岭埠坪林泉溪井";

    private static readonly ImmutableArray<string> Surnames =
    [
        .. "沈陆周吴郑王冯陈蒋韩杨朱秦许何吕张孔严金魏陶姜谢邹章苏潘葛范彭方俞任袁柳鲍史唐费薛雷倪汤".Select(c =>
            c.ToString()
        ),
    ];

    private static readonly ImmutableArray<string> GivenNames =
    [
        "示例",
        "样本",
        "演示",
        "拟名",
        "虚构",
        "例一",
        "例二",
        "样三",
    ];
}
