using System.Globalization;

namespace FuGongJianJia.Demo.District;

/// <summary>
/// Numbers of documents（文号）in the order of their days. Of the district's federation every document that the demo cites
/// is known, so their numbers run on with gaps for the rest; other offices number theirs by the day of the year.
/// </summary>
internal sealed class DocumentRegister
{
    private readonly int _year;
    private readonly DateOnly[] _days;

    public DocumentRegister(DemoWorld world, int year)
    {
        _year = year;
        _days =
        [
            .. DemoNeed
                .Of(world, year)
                .Where(n => n.ChangesPolicy)
                .Select(n => n.AnsweredOn!.Value)
                .Concat(AwardDay.OfYear.Where(a => a.Grantor == DemoNames.DistrictUnion).Select(a => a.On(year)))
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>The document that sets the year's targets, before all others that are cited.</summary>
    public string Targets => Numbered("示工发", 3);

    /// <summary>Of a grantor on a day: 示工发〔2024〕24号.</summary>
    public string Of(string grantor, DateOnly day) =>
        grantor == DemoNames.DistrictUnion
            ? Numbered("示工发", 6 + (3 * Array.BinarySearch(_days, day)))
            : Numbered(
                Series(grantor),
                2 + (day.DayOfYear / (grantor.StartsWith("示例", StringComparison.Ordinal) ? 5 : 15))
            );

    // 示例市总工会 has 示市工发, a town the first character of its name: 云工发.
    private static string Series(string grantor) =>
        grantor.StartsWith("示例", StringComparison.Ordinal) ? $"示{grantor[2]}工发" : $"{grantor[0]}工发";

    private string Numbered(string series, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{series}〔{_year}〕{number}号");
}
