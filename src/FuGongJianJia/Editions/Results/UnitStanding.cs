using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// What became of a unit by a period（状态）: it decides which populations the unit belongs to, and what its page, sheet,
/// history and entry of the search say first.
/// </summary>
public abstract record UnitStanding
{
    private UnitStanding() { }

    /// <summary>正常.</summary>
    public static UnitStanding Normal { get; } = new Standing();

    /// <summary>True for 正常 and 新建: such units are counted, and asked for what is missing.</summary>
    public bool Counts => this is not Ended;

    /// <summary>正常.</summary>
    public sealed record Standing : UnitStanding;

    /// <summary>新建.</summary>
    /// <param name="Since">成立日期; null when it is not told.</param>
    public sealed record New(DateOnly? Since) : UnitStanding;

    /// <summary>It stands no more.</summary>
    public abstract record Ended : UnitStanding
    {
        private protected Ended() { }

        /// <summary>The first period of the data in which it had ended; null where it never stood in any.</summary>
        public Period? When { get; init; }

        /// <summary>Its last result; null when there is none.</summary>
        public LastResult? Last { get; init; }

        /// <summary>What took its place; empty when nothing did.</summary>
        public ImmutableArray<Successor> Into { get; init; } = [];
    }

    /// <summary>合并: it went into another.</summary>
    public sealed record Merged : Ended;

    /// <summary>分设: several came of it.</summary>
    public sealed record Split : Ended;

    /// <summary>换编码: it goes on under another code.</summary>
    public sealed record Recoded : Ended;

    /// <summary>撤销: nothing came of it.</summary>
    public sealed record Dissolved : Ended;

    /// <summary>No later period lists it, and none says why（以后没有列出）.</summary>
    public sealed record Unlisted : Ended;
}

/// <summary>What took a unit's place（承接单位）.</summary>
/// <param name="Code">组织编码; null where it is not for the reader.</param>
/// <param name="Name">Its name; null where it is not for the reader.</param>
public sealed record Successor(string? Code, string? Name);

/// <summary>The last result of a unit that stands no more（最近一次有效结果）.</summary>
/// <param name="Period">The newest year it has a total of; where there is none, the newest period.</param>
/// <param name="Total">总指数, rounded.</param>
public sealed record LastResult(Period Period, decimal Total);
