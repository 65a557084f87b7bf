namespace FuGongJianJia.Editions.Results;

/// <summary>Words about one index of a unit（指数结果文字）.</summary>
public static class IndexResultWords
{
    /// <summary>What is said of an index that rests on one indicator.</summary>
    public const string Single = "仅由1项构成";
}
