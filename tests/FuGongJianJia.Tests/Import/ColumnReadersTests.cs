using System.Reflection;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Import.Tables.GuidanceLadder;
using FuGongJianJia.Import.Tables.Indexes;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Import.Tables.Needs;
using FuGongJianJia.Import.Tables.Observations;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Import.Tables.Pairings;
using FuGongJianJia.Import.Tables.Targets;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Import.Tables.TownTiles;
using FuGongJianJia.Import.Tables.Visits;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Office;

namespace FuGongJianJia.Tests.Import;

/// <summary>
/// What an office is asked to fill in, somebody reads: every column of the contract, and where it is used, as the
/// compiled program has it. A column that nobody reads goes from the contract or gets a reader.
/// </summary>
public sealed class ColumnReadersTests(ITestOutputHelper output)
{
    // Where the rows of a table go.
    private static readonly Dictionary<Type, Type> Records = new()
    {
        [typeof(OrganisationSchema)] = typeof(Organisation),
        [typeof(IndicatorSchema)] = typeof(Indicator),
        [typeof(ObservationSchema)] = typeof(Observation),
        [typeof(TargetSchema)] = typeof(Target),
        [typeof(IndexSchema)] = typeof(ReportedIndexes),
        [typeof(TaskSchema)] = typeof(WorkTask),
        [typeof(TaskStepSchema)] = typeof(TaskStep),
        [typeof(GuidanceSchema)] = typeof(Guidance),
        [typeof(NeedSchema)] = typeof(Need),
        [typeof(CommendationSchema)] = typeof(Commendation),
        [typeof(ActivitySchema)] = typeof(Activity),
        [typeof(PairingSchema)] = typeof(Pairing),
        [typeof(HomeVisitSchema)] = typeof(HomeVisits),
        [typeof(CorrectionSchema)] = typeof(Correction),
        [typeof(TownTileSchema)] = typeof(TilePlace),
    };

    // Columns whose property has another name; several columns may make one property.
    private static readonly Dictionary<(Type Schema, string Column), string> Renamed = new()
    {
        [(typeof(OrganisationSchema), nameof(OrganisationSchema.Title))] = nameof(Organisation.Name),
        [(typeof(OrganisationSchema), nameof(OrganisationSchema.Division))] = nameof(Organisation.DivisionCode),
        [(typeof(IndicatorSchema), nameof(IndicatorSchema.Title))] = nameof(Indicator.Name),
        [(typeof(IndicatorSchema), nameof(IndicatorSchema.Direction))] = nameof(Indicator.HigherIsBetter),
        [(typeof(IndicatorSchema), nameof(IndicatorSchema.Parameter))] = nameof(Indicator.Rule),
        [(typeof(IndicatorSchema), nameof(IndicatorSchema.Applies))] = nameof(Indicator.Categories),
        [(typeof(IndexSchema), nameof(IndexSchema.Red))] = nameof(ReportedIndexes.Indexes),
        [(typeof(IndexSchema), nameof(IndexSchema.Norm))] = nameof(ReportedIndexes.Indexes),
        [(typeof(IndexSchema), nameof(IndexSchema.Vigour))] = nameof(ReportedIndexes.Indexes),
        [(typeof(IndexSchema), nameof(IndexSchema.Warmth))] = nameof(ReportedIndexes.Indexes),
        [(typeof(IndexSchema), nameof(IndexSchema.Harmony))] = nameof(ReportedIndexes.Indexes),
        [(typeof(TaskSchema), nameof(TaskSchema.Title))] = nameof(WorkTask.Name),
        [(typeof(TaskStepSchema), nameof(TaskStepSchema.Step))] = nameof(TaskStep.Kind),
        [(typeof(ActivitySchema), nameof(ActivitySchema.Title))] = nameof(Activity.Name),
        [(typeof(PairingSchema), nameof(PairingSchema.Dates))] = nameof(Pairing.Start),
    };

    // Used while the row is read, by whom; what they say is in nothing that is kept.
    private static readonly Dictionary<(Type Schema, string Column), string> AtImport = new()
    {
        [(typeof(ObservationSchema), nameof(ObservationSchema.Period))] = "checked against the folder",
        [(typeof(HomeVisitSchema), nameof(HomeVisitSchema.Period))] = "checked against the folder",
        [(typeof(TaskStepSchema), nameof(TaskStepSchema.Task))] = "gathers the steps of a task",
        [(typeof(CommendationSchema), nameof(CommendationSchema.Consent))] = "masks the name",
        [(typeof(PairingSchema), nameof(PairingSchema.Consent))] = "masks the names",
    };

    public static TheoryData<Type> Schemas => [.. Records.Keys];

    [Fact]
    public void Every_table_is_looked_at() =>
        Assert.Equal(
            FuGongJianJia.Import.TableRegistry.All.Select(t => t.Name).Order(StringComparer.Ordinal),
            Records.Keys.Select(s => TableOf(s).Name).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Every_column_has_a_reader(Type schema)
    {
        var record = Records[schema];
        var getters = record
            .GetProperties()
            .Where(p => p.GetMethod is not null)
            .ToDictionary(p => p.GetMethod!, p => p.Name);
        var readers = Readers(getters, record);
        var unread = new List<string>();
        foreach (var column in Columns(schema))
        {
            var name = $"{TableOf(schema).Name}.{((ColumnSpec)column.GetValue(null)!).Name}";
            if (AtImport.TryGetValue((schema, column.Name), out var how))
            {
                output.WriteLine($"{name}: {how}");
                continue;
            }

            var property = Renamed.GetValueOrDefault((schema, column.Name), column.Name);
            Assert.True(
                record.GetProperty(property) is not null,
                $"{name} is in no property {property} of {record.Name}"
            );
            output.WriteLine($"{name}: {string.Join(", ", readers[property].Order(StringComparer.Ordinal))}");
            if (!readers[property].Any())
            {
                unread.Add(name);
            }
        }

        Assert.Empty(unread);
    }

    private static IEnumerable<FieldInfo> Columns(Type schema) =>
        schema.GetFields(BindingFlags.Static | BindingFlags.Public).Where(f => f.FieldType == typeof(ColumnSpec));

    private static TableSpec TableOf(Type schema) => (TableSpec)schema.GetField("Table")!.GetValue(null)!;

    // Which types read a property outside import and outside the record itself: calls of its getter in compiled
    // methods.
    private static ILookup<string, string> Readers(Dictionary<MethodInfo, string> getters, Type record)
    {
        var found = new HashSet<(string Property, string Reader)>();
        foreach (var assembly in (Assembly[])[typeof(Period).Assembly, typeof(OfficePlan).Assembly])
        {
            var known = new Dictionary<int, string?>();
            foreach (
                var type in assembly
                    .GetTypes()
                    .Where(t => t.Namespace?.StartsWith("FuGongJianJia.Import", StringComparison.Ordinal) == false)
            )
            {
                var owner = type;
                while (owner.DeclaringType is { } outer)
                {
                    owner = outer;
                }

                if (owner == record)
                {
                    continue;
                }

                const BindingFlags All =
                    BindingFlags.Static
                    | BindingFlags.Instance
                    | BindingFlags.Public
                    | BindingFlags.NonPublic
                    | BindingFlags.DeclaredOnly;
                foreach (
                    var code in type.GetMethods(All)
                        .Cast<MethodBase>()
                        .Concat(type.GetConstructors(All))
                        .Select(m => m.GetMethodBody()?.GetILAsByteArray())
                        .OfType<byte[]>()
                )
                {
                    // call and callvirt, each with the token of a method.
                    for (var at = 0; at + 4 < code.Length; at++)
                    {
                        if (code[at] is not (0x28 or 0x6F))
                        {
                            continue;
                        }

                        var token = BitConverter.ToInt32(code, at + 1);
                        if (!known.TryGetValue(token, out var property))
                        {
                            property = Property(assembly.ManifestModule, token, getters);
                            known[token] = property;
                        }

                        if (property is not null)
                        {
                            found.Add((property, owner.FullName!["FuGongJianJia.".Length..]));
                        }
                    }
                }
            }
        }

        return found.ToLookup(f => f.Property, f => f.Reader);
    }

    private static string? Property(Module module, int token, Dictionary<MethodInfo, string> getters)
    {
        // A method of its own, or of another assembly; anything else is no plain getter.
        if ((token >> 24) is not (0x06 or 0x0A))
        {
            return null;
        }

        try
        {
            return module.ResolveMethod(token) is MethodInfo method ? getters.GetValueOrDefault(method) : null;
        }
        catch (ArgumentException)
        {
            // Bytes that only look like a call.
            return null;
        }
    }
}
