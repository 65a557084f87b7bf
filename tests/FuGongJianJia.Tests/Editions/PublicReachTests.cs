using System.Reflection;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Editions;

/// <summary>
/// What can be reached from the public edition, by the types of its properties: a leak would have to be a type here
/// before it could be a value.
/// </summary>
public sealed class PublicReachTests
{
    // Rooms whose values are the office's or not yet looked at.
    private static readonly string[] Closed =
    [
        "FuGongJianJia.Editions.Office",
        "FuGongJianJia.Editions.Screening",
        "FuGongJianJia.Eligibility",
        "FuGongJianJia.Import",
        "FuGongJianJia.Scoring",
        "FuGongJianJia.Privacy",
        "FuGongJianJia.Diagnostics",
    ];

    // 备注, 意见, 事由, 统一社会信用代码, 公开依据, 经费, 研判结论: columns that an export holds for the office alone.
    private static readonly string[] InternalColumns =
    [
        "Remark",
        "Opinion",
        "Matter",
        "CreditCode",
        "DivisionCode",
        "Basis",
        "Funds",
        "Conclusion",
        "Handler",
        "Named",
    ];

    [Fact]
    public void No_type_of_the_office_of_import_or_of_scoring_can_be_reached_from_the_public_edition() =>
        Assert.DoesNotContain(Reached(typeof(PublicEdition)), IsClosed);

    [Fact]
    public void No_record_with_internal_columns_can_be_reached_from_the_public_edition()
    {
        var reached = Reached(typeof(PublicEdition));
        Assert.DoesNotContain(typeof(Organisation), reached);
        Assert.DoesNotContain(typeof(Observation), reached);
        Assert.All(
            reached,
            t => Assert.DoesNotContain(Properties(t), p => InternalColumns.Contains(p.Name, StringComparer.Ordinal))
        );
    }

    [Fact]
    public void The_walk_finds_what_it_looks_for_where_it_is()
    {
        var office = Reached(typeof(OfficeEdition));
        Assert.Contains(typeof(NamedGuidance), office);
        Assert.Contains(office, t => Properties(t).Any(p => p.Name == "Matter"));
        Assert.True(Reached(typeof(PublicEdition)).Count > 40);
    }

    [Fact]
    public void Only_the_domain_can_make_a_public_edition_or_period() =>
        Assert.All(
            new[] { typeof(PublicEdition), typeof(PublicPeriod) },
            t => Assert.Empty(t.GetConstructors(BindingFlags.Public | BindingFlags.Instance))
        );

    private static bool IsClosed(Type type) =>
        Closed.Any(c => type.Namespace == c || type.Namespace?.StartsWith(c + '.', StringComparison.Ordinal) == true);

    // Every type of ours that a property leads to: elements of collections, parts of tuples, cases of closed unions.
    private static HashSet<Type> Reached(Type start)
    {
        var reached = new HashSet<Type>();
        var next = new Stack<Type>([start]);
        while (next.TryPop(out var type))
        {
            foreach (var part in Parts(type).Where(t => t.Assembly == start.Assembly && reached.Add(t)))
            {
                foreach (var property in Properties(part))
                {
                    next.Push(property.PropertyType);
                }

                foreach (var derived in part.GetNestedTypes().Where(t => t.IsSubclassOf(part)))
                {
                    next.Push(derived);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(p => p.Name != "EqualityContract");
}
