namespace FuGongJianJia.Import.Mapping;

/// <summary>Names in a message（列名）: the first few, and that there are more.</summary>
internal static class NameList
{
    private const int Most = 6;

    /// <summary>甲、乙、丙 等.</summary>
    public static string Some(IReadOnlyCollection<string> names) =>
        string.Join('、', names.Take(Most)) + (names.Count > Most ? " 等" : "");
}
