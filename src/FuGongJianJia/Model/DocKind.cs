namespace FuGongJianJia.Model;

/// <summary>
/// What a page of documentation is for（文档类型）, in order of reading; a reader looks for one of them at a time.
/// </summary>
public enum DocKind
{
    /// <summary>教程: a first time from beginning to end.</summary>
    Tutorial,

    /// <summary>怎么做: steps to one aim.</summary>
    HowTo,

    /// <summary>说明: why it is so.</summary>
    Explanation,

    /// <summary>参考: everything, to be looked up.</summary>
    Reference,
}
