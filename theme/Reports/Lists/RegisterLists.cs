using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Theme.Reports.Lists;

/// <summary>A register as a table of words: name of its file, heads, rows.</summary>
/// <param name="Name">activities.csv.</param>
/// <param name="Head">The head of every column.</param>
/// <param name="Rows">Formed when they are asked for.</param>
internal sealed record RegisterList(string Name, ImmutableArray<string> Head, IEnumerable<ImmutableArray<string>> Rows);

/// <summary>The registers of the office as CSV（内部台账）; one without rows is not made.</summary>
internal static class RegisterLists
{
    /// <summary>Those that have rows.</summary>
    public static IEnumerable<RegisterList> Of(Registers registers) =>
        new[] { Units(registers), Events(registers), Pairs(registers), Visits(registers), Awards(registers) }.Where(l =>
            l.Rows.Any()
        );

    private static RegisterList Units(Registers registers) =>
        new(
            "units.csv",
            [
                "组织编码",
                "组织名称",
                "上级",
                "层级",
                "组织类型",
                "单位类别",
                "统一社会信用代码",
                "行政区划代码",
                "职工数",
                "会员数",
                "女会员数",
                "状态",
                "公开",
            ],
            registers.Units.Select(u =>
                (ImmutableArray<string>)
                    [
                        u.Code,
                        u.Name,
                        u.UpperName,
                        u.Level.Word(),
                        u.Kind.Word(),
                        u.Category.Word(),
                        u.CreditCode,
                        u.DivisionCode,
                        Count(u.Workers),
                        Count(u.Members),
                        Count(u.FemaleMembers),
                        u.Status.Word(),
                        YesNo(u.IsPublic),
                    ]
            )
        );

    private static RegisterList Events(Registers registers) =>
        new(
            "activities.csv",
            ["活动编码", "活动", "类型", "专项", "主办", "协办", "开始", "结束", "地点", "场次", "参加", "经费（元）"],
            registers.Events.Select(e =>
                (ImmutableArray<string>)
                    [
                        e.Shown.Code,
                        e.Shown.Name,
                        e.Kind,
                        e.Programme,
                        e.Shown.OrganiserName,
                        e.CoOrganiser,
                        Numerals.TableDate(e.Shown.Start),
                        Numerals.TableDate(e.Shown.End),
                        e.Shown.Place ?? "",
                        Numerals.Count(e.Shown.Sessions),
                        e.Shown.HeadcountText,
                        e.Funds is { } funds ? Numerals.Plain(funds) : "",
                    ]
            )
        );

    private static RegisterList Pairs(Registers registers) =>
        new(
            "pairs.csv",
            ["结对编码", "单位", "师傅", "徒弟", "技能方向", "开始", "结束", "目标", "完成"],
            registers.Pairs.Select(p =>
                (ImmutableArray<string>)
                    [
                        p.Code,
                        p.UnitName,
                        p.Mentor,
                        p.Apprentice,
                        p.Skill,
                        Numerals.TableDate(p.Start),
                        Date(p.End),
                        p.Goal,
                        YesNo(p.Completed),
                    ]
            )
        );

    private static RegisterList Visits(Registers registers) =>
        new(
            "visits.csv",
            ["单位", "应访人数", "实访人数", "重点对象数", "反映问题数", "已解决数", "事故同比（%）"],
            registers.Visits.Select(v =>
                (ImmutableArray<string>)
                    [
                        v.UnitName,
                        Numerals.Count(v.Due),
                        Numerals.Count(v.Made),
                        Count(v.Priority),
                        Count(v.Problems),
                        Count(v.Solved),
                        v.AccidentChange is { } change ? Numerals.Plain(change) : "",
                    ]
            )
        );

    private static RegisterList Awards(Registers registers) =>
        new(
            "commendations.csv",
            ["表彰编码", "对象", "荣誉名称", "级别", "授予单位", "文号", "授予日期", "状态", "公开依据"],
            registers.Awards.Select(a =>
                (ImmutableArray<string>)
                    [
                        a.Code,
                        a.Recipient,
                        a.Honour,
                        a.Level.Word(),
                        a.Grantor,
                        a.Document,
                        Numerals.TableDate(a.GrantedOn),
                        a.Status.Word(),
                        a.Basis,
                    ]
            )
        );

    private static string Count(int? count) => count is { } value ? Numerals.Count(value) : "";

    private static string Date(DateOnly? date) => date is { } day ? Numerals.TableDate(day) : "";

    private static string YesNo(bool value) => value ? "是" : "否";
}
