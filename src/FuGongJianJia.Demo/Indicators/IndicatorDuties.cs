namespace FuGongJianJia.Demo.Indicators;

/// <summary>What an indicator asks for（措施、责任单位）and what its value covers in a quarter（期别）, by code.</summary>
public static class IndicatorDuties
{
    /// <summary>Of an indicator of the default catalogue.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such code.</exception>
    public static IndicatorDuty Of(string code) =>
        code switch
        {
            "R01" => new("累计", "排补课班次，通知未参加的职工到课", "区总工会宣传教育部"),
            "R02" => new("时点", "补建党建带工建制度，配人员和阵地", "区总工会组织部"),
            "R03" => new("累计", "举办一场劳模工匠宣讲", "区总工会宣传教育部"),
            "R04" => new("累计", "补训未到课的工会干部", "区总工会组织部"),
            "G01" => new("时点", "向未建会单位发建会函，成立筹备组", "区总工会组织部"),
            "G02" => new("时点", "核对会员花名册，补录实名信息", "区总工会组织部"),
            "G03" => new("时点", "办理到期换届，补选经审和女职工委员", "区总工会组织部"),
            "G04" => new("累计", "补缴欠缴的工会经费", "区总工会财务部"),
            "G05" => new("时点", "逐条整改审计问题，报销号凭证", "区总工会经费审查委员会办公室"),
            "G06" => new("时点", "清理到期任务，补报反馈", "区总工会办公室"),
            "H01" => new("累计", "开办一项岗位练兵或技能比武", "区总工会经济工作部"),
            "H02" => new("时点", "选定带头人和攻关项目，申报创新工作室", "区总工会经济工作部"),
            "H03" => new("期内", "按计划开班，通知未参训的职工报名", "区总工会经济工作部"),
            "H04" => new("期内", "到站点网点办理入会手续", "区总工会组织部"),
            "W01" => new("累计", "逐户送达帮扶，登记帮扶记录", "区总工会权益保障部"),
            "W02" => new("期内", "走访名单上未走访的职工，填写走访记录", "区总工会权益保障部"),
            "W03" => new("累计", "排体检和疗休养批次，通知职工报名", "区总工会权益保障部"),
            "W04" => new("时点", "整修未达标的阵地，申请复验", "区总工会权益保障部"),
            "W05" => new("年度", "召开会员评家会，逐条答复会员意见", "区总工会组织部"),
            "X01" => new("时点", "召开职代会，报会议记录", "区总工会权益保障部"),
            "X02" => new("时点", "发出协商要约，续签到期合同", "区总工会权益保障部"),
            "X03" => new("时点", "指派调解员，办结受理的案件", "区总工会权益保障部"),
            "X04" => new("累计", "报送处置记录，排查同类隐患", "区总工会权益保障部"),
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
        };
}

/// <summary>A duty as words of 指标.csv.</summary>
/// <param name="Timing">期别.</param>
/// <param name="Remedy">措施.</param>
/// <param name="Owner">责任单位.</param>
public readonly record struct IndicatorDuty(string Timing, string Remedy, string Owner);
