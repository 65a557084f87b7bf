namespace FuGongJianJia.Eligibility;

/// <summary>
/// Whether a union may be proposed for commendation（评先资格的结论）, the first that applies. It proposes nobody.
/// </summary>
public enum ScreeningVerdict
{
    /// <summary>否决: something happened that 一票否决 names.</summary>
    Vetoed,

    /// <summary>不参评: 新建 in the period.</summary>
    NotEntered,

    /// <summary>不通过: something that is mandatory or asked for was not reached.</summary>
    Fails,

    /// <summary>待核: something was not reported, or too little of all; neither 通过 nor 不通过.</summary>
    Unclear,

    /// <summary>通过.</summary>
    Passes,
}

/// <summary>What commendation asks of an indicator（评先条件）.</summary>
public enum Demand
{
    /// <summary>一票否决: nothing of it may have happened.</summary>
    NoOccurrence,

    /// <summary>必备: it is reached in full.</summary>
    Mandatory,

    /// <summary>必查（设置 评先.必查指标）: it is reached in full, though the catalogue marks it neither way.</summary>
    Named,
}

/// <summary>How an indicator came out（审查结果）.</summary>
public enum Outcome
{
    /// <summary>不适用, or the union is not asked for it.</summary>
    NotAsked,

    /// <summary>达到: full marks, which is nothing happened for 一票否决.</summary>
    Met,

    /// <summary>没有达到.</summary>
    Unmet,

    /// <summary>缺报 or 存疑.</summary>
    Unanswered,
}

/// <summary>Words of the screening that its floors share（评先资格用语）.</summary>
public static class EligibilityVocabulary
{
    /// <summary>否决, 不参评, 不通过, 待核, 通过.</summary>
    public static string Word(this ScreeningVerdict verdict) =>
        verdict switch
        {
            ScreeningVerdict.Vetoed => "否决",
            ScreeningVerdict.NotEntered => "不参评",
            ScreeningVerdict.Fails => "不通过",
            ScreeningVerdict.Unclear => "待核",
            _ => "通过",
        };

    /// <summary>一票否决, 必备, 必查.</summary>
    public static string Word(this Demand demand) =>
        demand switch
        {
            Demand.NoOccurrence => "一票否决",
            Demand.Mandatory => "必备",
            _ => "必查",
        };
}
