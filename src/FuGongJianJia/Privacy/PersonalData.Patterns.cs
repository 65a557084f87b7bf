using System.Text.RegularExpressions;

namespace FuGongJianJia.Privacy;

/// <content>What words or shapes announce（由文字和样子认出的）: what only its wording tells from other numbers.</content>
public static partial class PersonalData
{
    // Marks with which somebody covers the middle of a number.
    private const string Cover = @"(\s?([" + CoverMarks + @"某星.·\-—]{3,12}|…[…." + @"]{0,5})\s?)";

    // Those that nobody writes within another number.
    private const string CoverMarks = @"*×●○•◯■□#?_xX▲△☆★※◆◇█▇▆▅▓▒░⬛⬜❌✕✖Ⅹⅹ";

    private const string Surnames =
        @"([赵孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许吕张孔曹华魏陶姜戚谢邹喻苏潘葛彭郎鲁韦苗袁柳唐罗薛雷贺倪汤殷毕郝邬傅卞齐孟黄穆萧尹姚邵汪狄"
        + @"贝宋庞熊纪舒董梁阮蓝闵季贾江颜郭梅盛林徐邱骆夏蔡樊胡凌霍虞柯卢莫裘缪宗丁邓杭洪诸石崔龚邢裴陆荣翁荀羊惠芮靳段焦侯宓仰仲伊宁仇栾刘]"
        + @"|欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|长孙|司徒|夏侯|令狐|端木)";

    private const string ChineseDigits = "〇零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾";

    [GeneratedRegex(
        @"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(\.[A-Za-z0-9\-]{1,63}){1,4}",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex EmailPattern();

    // A home is announced (住址, 家住, 现住, 户籍地址) and goes down to a house number, or is a flat: a building, a unit and
    // perhaps a room.
    [GeneratedRegex(
        @"(家庭住址|家庭地址|现住址|现居住地|居住地址|户籍地址|户籍所在地|住址|家住|现住|租住|住在|住于)"
            + @"[^。；;\n]{0,40}[0-9一二三四五六七八九十]{1,5}(号|室|弄|幢|栋|单元|组|楼)"
            + @"|[0-9]{1,4}(幢|栋|号楼|号|座|#)[0-9]{1,3}单元([0-9]{1,5}(室|号|房)?)?"
            + @"|["
            + ChineseDigits
            + @"]{1,3}(幢|栋|号楼|座)["
            + ChineseDigits
            + @"]{1,3}单元",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex AddressPattern();

    [GeneratedRegex(
        @"(出生日期|出生年月日|出生年月|出生于|出生|生于|生日)[:： 是为]{0,3}"
            + @"([0-9]{4}[年.\-/][0-9]{1,2}([月.\-/][0-9]{1,2}日?)?|(19|20)[0-9]{4}([0-9]{2})?"
            + @"|[一二]["
            + ChineseDigits
            + @"]{3}年["
            + ChineseDigits
            + @"]{1,3}月)"
            // A short biography: 男，汉族，1985.4.
            + @"|[男女][,，、]\s?([\u4E00-\u9FFF]{1,4}族[,，、]\s?)?(19|20)[0-9]{2}[年.\-/][0-9]{1,2}(月|[.\-/,，。;；、)）]|$)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex BirthPattern();

    [GeneratedRegex(
        @"([0-9]{4}(年[0-9]{1,2}月([0-9]{1,2}日)?|[.\-/][0-9]{1,2}([.\-/][0-9]{1,2})?)|[0-9]{2}年[0-9]{1,2}月([0-9]{1,2}日)?"
            + @"|[一二]["
            + ChineseDigits
            + @"]{3}年["
            + ChineseDigits
            + @"]{1,3}月(["
            + ChineseDigits
            + @"]{1,3}日)?)"
            + @"(出生|生人|生于|生([,，。;；、)）]|$))",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex BornPattern();

    [GeneratedRegex(
        @"(电话|座机|致电|联系)[^0-9。;；]{0,6}(0[0-9]{2,3}[\- )]?)?"
            + @"([2-8][0-9]{6,7}|([3-8][0-9]|2[1-9])[0-9]{1,2}[\- ][0-9]{4})\b",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex AnnouncedPhonePattern();

    // Further words that announce a line; a count or a day behind them is told apart afterwards.
    [GeneratedRegex(
        @"(☎|☏|✆|📞|📱|📲|报名|咨询|拨打|热线|来电|垂询|预约|传真|宅电|家电|号码|请打|打给|回电|致电|座机|电话|Tel|TEL|tel)[^0-9A-Za-z。;；,，、\n]{0,4}"
            + @"(0[0-9]{2,3}[\-—.·/ )]{0,2})?([2-8][0-9]{6,7}|([3-8][0-9]|2[1-9])[0-9]{1,2}[\-—.·/ ][0-9]{4})"
            + @"|(\+|00)86[\- ]?[1-9][0-9]{1,2}[\- ]?[2-8][0-9]{2,3}[\- ]?[0-9]{4}",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex LinePattern();

    [GeneratedRegex(
        @"(?<![0-9.])1[3-9][0-9]"
            + Cover
            + @"[0-9]{3,4}(?![0-9])|(?<![0-9.])1[3-9][0-9]{5,6}\s?["
            + CoverMarks
            + @"]{3,5}(?![0-9A-Za-z])"
            + @"|(?<![0-9.])(?=[0-9"
            + CoverMarks
            + @"]{11}(?![0-9A-Za-z]))1[3-9]"
            + @"[0-9]{1,6}["
            + CoverMarks
            + @"]{2,7}[0-9]{2,6}"
    )]
    private static partial Regex CoveredMobilePattern();

    [GeneratedRegex(
        @"(?<![0-9.])[1-8][0-9]{5}\s?["
            + CoverMarks
            + @"]{4,12}\s?[0-9]{2,4}[Xx]?(?![0-9])"
            + @"|(?<![0-9.])[1-8][0-9]{5}(19|20)[0-9]{2,6}\s?["
            + CoverMarks
            + @"]{2,8}(?![0-9])"
            + @"|(?<![0-9.])[1-8][0-9]{0,3}\s?["
            + CoverMarks
            + @"]{8,16}\s?[0-9]{1,4}[Xx]?(?![0-9])"
    )]
    private static partial Regex CoveredIdPattern();

    [GeneratedRegex(
        @"(?<![0-9.])(62|60|35|37|4[0-9]|5[0-9])[0-9]{2,4}\s?(["
            + CoverMarks
            + @"]{4,9}\s?){1,3}[0-9]{3,4}(?![0-9])"
            + @"|(卡号|银行卡|账号|帐号)[^0-9。;；\n]{0,4}[3-6][0-9]{3,5}\s?…{1,3}\s?[0-9]{3,4}(?![0-9])"
    )]
    private static partial Regex CoveredCardPattern();

    // E12345678 is a passport only where something says so.
    [GeneratedRegex(
        @"(护照|通行证|台胞证|回乡证|军官证|士官证|士兵证|警官证|居留证|居住证|驾驶证|驾照|社保卡|社会保障卡|社会保障号|医保卡|残疾证|残疾人证|证件|学籍号|[Pp]assport( [Nn]o)?)"
            + @"(号码|编号|证号|卡号|号)?[^0-9A-Za-z。;；\n]{0,4}(?<![数量计共达约近])"
            + @"[A-Za-z]{0,3}( ?[0-9]{4} [0-9]{4}(?![0-9])|[0-9]{6,20})"
            + @"|身份证(号码|号)?(的)?(后|末|尾)[^0-9。;；\n]{0,4}([0-9一二三四五六七八]位)?"
            + @"[^0-9。;；\n]{0,3}(?<![0-9])[0-9]{3,7}[0-9Xx](?![0-9位])"
            // Of Hong Kong, with its check sign in brackets.
            + @"|(?<![A-Za-z0-9])[A-Z]{1,2}[0-9]{6}\([0-9A]\)"
            + @"|[军海空陆南北沈兰济广成政后装参]字第[0-9]{5,8}号"
    )]
    private static partial Regex DocumentPattern();

    [GeneratedRegex(
        @"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][·.•\- _]?"
            + @"(?=[A-Za-z0-9]{0,5}[0-9])[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳](?![A-Za-z0-9\-])"
            + @"|(?<![A-Za-z])[Ww][Jj][京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][·.•\- ]?[0-9]{4}[0-9A-Z](?![0-9A-Za-z])"
            + @"|(?<![\u4E00-\u9FFF])[军海空][A-Z][·.•\- ]?[0-9]{5}(?![0-9A-Za-z])"
    )]
    private static partial Regex PlatePattern();

    [GeneratedRegex(
        @"(微信|威信|薇信|V信|v信|微_信|薇❤|[+➕加][Vv微薇]|加我[Vv微薇]|(?<![A-Za-z0-9])[Vv](?=:)"
            + @"|扣扣|企鹅|抖音|快手|小红书|钉钉|支付宝|[Ww]e[Cc]hat|WECHAT"
            + @"|(?<![A-Za-z])([Ww]eixin|vx|VX|Vx|wx|WX|QQ|Q Q|qq|Qq))"
            + @"\s?(邮箱|群|群号|号码|账号|帐号|同号|号|ID|id)?[\s:：是为=]{0,4}"
            + @"([A-Za-z][A-Za-z0-9]*[\-_0-9][\-_A-Za-z0-9]*|(?<=[号:：Dd]\s?)[A-Za-z]{6,20}|[0-9]{5,11})(?![A-Za-z0-9])"
    )]
    private static partial Regex ChatPattern();

    [GeneratedRegex(
        @"[A-Za-z0-9][A-Za-z0-9._%+\-]{1,40}"
            + @"(\s*(@{1,2}|\[at\]|【at】|〔at〕|\(at\)|\{at\}|<at>|#|艾特|爱特|圈a|-at-|\(a\)|\[a\])\s*"
            + @"|\s+at\s+(?=.{0,40}(\sdot\s|\[dot\]|\(dot\))))"
            + @"[A-Za-z0-9\-]{2,30}((\s*(\.|\[dot\]|\(dot\)|\{dot\}|点|。)\s*|\s+dot\s+)[A-Za-z0-9\-]{2,20}){0,2}"
            + @"(\s*(\.|\[dot\]|\(dot\)|\{dot\}|点|。)\s*|\s+dot\s+)"
            + @"(com|cn|net|org|edu|gov|vip|top|me|io|cc)(?![A-Za-z])"
            // A name or a domain in hanzi.
            + @"|([A-Za-z0-9][A-Za-z0-9._%+\-]{0,40}|[\u4E00-\u9FFF]{2,4})"
            + @"@([A-Za-z0-9\-\u4E00-\u9FFF]{1,30}\.){1,3}(com|cn|net|org|中国|公司|网络)(?![A-Za-z])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HiddenEmailPattern();

    // A home without its word: where people live, down to the room; a house of a village group; a lane.
    [GeneratedRegex(
        @"(小区|花园|公寓|新村|家园|名苑|佳苑|雅苑|嘉苑|花苑|华府|豪庭|公馆|名邸|宿舍|里弄|新苑|景苑|华苑|华庭)"
            + @"[^0-9。;；\n]{0,4}(?!(19|20)[0-9]{2}-)[0-9]{1,4}(幢|栋|号楼|座|号|#|-)"
            + @"[0-9]{1,4}(室|房|号|-[0-9]{1,4})?(?![0-9年平㎡人户万元家间])"
            + @"|村[0-9一二三四五六七八九十]{1,3}(组|队|社)[0-9]{1,4}号"
            + @"|(弄|里弄|弄堂|胡同)[0-9]{1,4}号([0-9]{1,4}室)?"
            + @"|(家在|暂住|借住|寄住|居住在|居住于|收货地址|老家|户口)[^。；;\n]{0,30}[0-9一二三四五六七八九十]{1,5}(号|室|弄|幢|栋|单元|组)"
            + @"|[0-9]{1,3}(幢|栋)[0-9]{3,4}室?(?![0-9年平㎡人户万元家间])"
            + @"|["
            + ChineseDigits
            + @"]{1,3}(幢|栋|号楼|座)["
            + ChineseDigits
            + @"]{3,4}(室|房|号)"
            + @"|(?<![入常])住(?![建房宿院宅])[^0-9。；;，,\n]{1,10}(路|街|巷|弄|村|大道)[0-9一二三四五六七八九十]{1,4}号(?!线|窗)"
    )]
    private static partial Regex HomePattern();

    [GeneratedRegex(
        @"(困难职工|特困职工|困难户|低保户|患病职工|重病职工|大病职工|患癌职工|患者|病人|工伤职工|伤残职工)(家庭)?(姓名)?[：:(（ ]?"
            + Surnames
            + @"[\u4E00-\u9FFF]{1,2}(?=[,，。、;；()（）\s]|$|同志|师傅|女士|先生|患|因病|一家|家中|家里|家庭|夫妇|本人)"
    )]
    private static partial Regex HardshipNamePattern();
}
