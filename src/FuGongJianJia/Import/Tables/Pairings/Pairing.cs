namespace FuGongJianJia.Import.Tables.Pairings;

/// <summary>Mentor pairing（结对）; names already masked unless consent was given.</summary>
public sealed record Pairing
{
    /// <summary>结对编码.</summary>
    public required string Code { get; init; }

    /// <summary>师傅.</summary>
    public required string Mentor { get; init; }

    /// <summary>徒弟.</summary>
    public required string Apprentice { get; init; }

    /// <summary>公开同意: true where the names are those given, not masked.</summary>
    public bool IsNamed { get; init; }

    /// <summary>组织.</summary>
    public required string Organisation { get; init; }

    /// <summary>技能方向.</summary>
    public string Skill { get; init; } = "";

    /// <summary>开始日期.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>结束日期.</summary>
    public DateOnly? End { get; init; }

    /// <summary>目标.</summary>
    public string? Goal { get; init; }

    /// <summary>完成.</summary>
    public bool Completed { get; init; }
}
