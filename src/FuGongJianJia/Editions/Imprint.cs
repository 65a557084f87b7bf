namespace FuGongJianJia.Editions;

/// <summary>
/// What a period that is final bears for ever（版记）, whatever is added after it.
/// </summary>
/// <param name="Date">编制日期.</param>
/// <param name="Fingerprint">数据指纹 of the input that it was made from.</param>
public sealed record Imprint(DateOnly Date, string Fingerprint);
