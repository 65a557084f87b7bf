using System.Text.RegularExpressions;

namespace FuGongJianJia.Privacy;

/// <content>What words announce（由文字认出的）: e-mail, homes, births and telephones that only their wording tells from other
/// numbers.</content>
public static partial class PersonalData
{
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
            + @"|[0-9]{1,4}(幢|栋|号楼|号|座|#)[0-9]{1,3}单元([0-9]{1,5}(室|号|房)?)?",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex AddressPattern();

    [GeneratedRegex(
        @"(出生日期|出生年月日|出生年月|出生于|出生|生于|生日)[:： 是为]{0,3}"
            + @"([0-9]{4}[年.\-/][0-9]{1,2}([月.\-/][0-9]{1,2}日?)?|(19|20)[0-9]{4}([0-9]{2})?)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex BirthPattern();

    [GeneratedRegex(
        @"[0-9]{4}(年[0-9]{1,2}月([0-9]{1,2}日)?|[.\-/][0-9]{1,2}([.\-/][0-9]{1,2})?)(出生|生人|生于|生([,，。;；、)）]|$))",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex BornPattern();

    [GeneratedRegex(
        @"(电话|座机|致电|联系)[^0-9。;；]{0,6}(0[0-9]{2,3}[\- )]?)?"
            + @"([2-8][0-9]{6,7}|([3-8][0-9]|2[1-9])[0-9]{1,2}[\- ][0-9]{4})\b",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex AnnouncedPhonePattern();
}
