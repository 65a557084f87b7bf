using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Tests.Typesetting.Layout;

/// <summary>
/// A key that missed something would let a stale file stand; so every value of every kind of block is changed, one at a
/// time.
/// </summary>
public sealed class DocumentKeyTests
{
    private static readonly Ink Red = new(Rgb.FromHex(0xA3201D), "cinnabar");

    private static Drawing Drawn { get; } =
        new()
        {
            Width = 10,
            Height = 10,
            Title = "图",
            Description = "说",
            Marks =
            [
                new PathMark(Shapes.Line(0, 0, 1, 1), new Fill(Red, FillPattern.Dots, 0.5), new Stroke(Red, 1))
                {
                    Tip = "示",
                    Href = "a",
                },
                new CircleMark(1, 2, 3, new Fill(Red), new Stroke(Red, 1)),
                new GroupMark(
                    [new TextMark(1, 2, "字", 9, FontRole.Hei, Red, TextAnchor.End, 3)],
                    1,
                    2,
                    new Rectangle(0, 0, 1, 1)
                ),
            ],
        };

    // Every kind of block, inline and mark at least once, with something in every list.
    private static Document Full { get; } =
        new()
        {
            Info = new DocumentInfo
            {
                Title = "题",
                Author = "会",
                Subject = "事",
                Keywords = ["词"],
                Date = new DateOnly(2025, 1, 10),
            },
            Attachments = [new Attachment("a.csv", "text/csv", "表", [1, 2, 3])],
            Sections =
            [
                new DocumentSection
                {
                    Header = new RunningLine { Inside = Inline.Chapter, Outside = Inline.PageNumber },
                    Footer = new RunningLine { Centre = Inline.Fingerprint },
                    Blocks =
                    [
                        new TitleBlock("文题"),
                        new SectionHeading(1, "一") { Id = "h", Number = "一、" },
                        new Paragraph([
                            new Run("字")
                            {
                                Role = FontRole.Hei,
                                Size = 9,
                                Ink = Red,
                                LetterSpacing = 0.1,
                                Rise = 0.2,
                            },
                            Inline.Break,
                            Inline.LinkTo("https://x", "链"),
                            Inline.Number("h"),
                            Inline.Note("注"),
                            Inline.Spring,
                        ])
                        {
                            Style = new ParagraphStyle { Balanced = true },
                        },
                        new ListBlock([new ListItem([new Paragraph("项")])]),
                        new Figure(Drawn)
                        {
                            Title = "图",
                            Width = 50,
                            Note = "注",
                        },
                        new ImageBlock([1, 2], 10, 20, "像") { Title = "片" },
                        new Grid([new GridColumn(ColumnWidth.Fixed(3), [new Paragraph("栏")])]),
                        new Panel([new Paragraph("框")])
                        {
                            Background = Red,
                            LeftRule = new Stroke(Red, 1, [1, 2]),
                            Border = new Stroke(Red, 2),
                            VerticalPadding = 3,
                        },
                        new Spacer(3),
                        new SealBlock("印章") { Right = 30, Rise = 12 },
                        new VerticalSpring(2),
                        new HorizontalRule(1) { Width = 4 },
                        new PageBreak { ToOddPage = true },
                        new KeepTogether([new Paragraph("合")]),
                        new MultiColumn(2, [new Paragraph("分")]),
                        new Positioned(new Rectangle(1, 2, 3, 4), [new Paragraph("定")]),
                        new BottomBlock([new Paragraph("底")]),
                        new TableOfContents { Styles = [new ParagraphStyle()] },
                        new IndexBlock([new IndexEntry("索", ["h"])]) { Style = new ParagraphStyle() },
                        new Table
                        {
                            Columns = [TableColumn.Share(1, CellAlignment.Decimal)],
                            Head = [new TableRow(["头"])],
                            Title = "表",
                            Unit = "分",
                            Notes = ["注"],
                            Look = new TableLook { HeadBackground = Red, StripeBackground = Red },
                            Rows =
                            [
                                new TableRow([
                                    new TableCell
                                    {
                                        Content = "格",
                                        Align = CellAlignment.Left,
                                        VerticalAlign = VerticalAlignment.Top,
                                        Background = Red,
                                        Ink = Red,
                                        Role = FontRole.Kai,
                                    },
                                    TableCell.Of(new Spacer(1)),
                                ])
                                {
                                    Background = Red,
                                    Ink = Red,
                                    Role = FontRole.Kai,
                                    RuleAbove = 1,
                                    Id = "r",
                                },
                            ],
                        },
                    ],
                },
            ],
        };

    [Fact]
    public void Equal_documents_have_one_key() =>
        Assert.Equal(DocumentKey.Of(Full), DocumentKey.Of(Full with { Info = Full.Info with { } }));

    [Fact]
    public void The_sample_holds_every_kind_of_block_inline_and_mark()
    {
        var held = new HashSet<Type>();
        Collect(Full, held);
        var kinds = typeof(DocumentBlock)
            .Assembly.GetTypes()
            .Where(t =>
                !t.IsAbstract
                && (
                    t.IsSubclassOf(typeof(DocumentBlock))
                    || t.IsSubclassOf(typeof(Inline))
                    || t.IsSubclassOf(typeof(Mark))
                )
            );
        Assert.All(kinds, kind => Assert.Contains(kind, held));
    }

    [Fact]
    public void Changing_any_one_value_anywhere_gives_another_key()
    {
        var keys = new HashSet<string> { DocumentKey.Of(Full) };
        var changes = 0;
        foreach (var (where, changed) in Changes(typeof(Document), Full, "Document"))
        {
            Assert.True(keys.Add(DocumentKey.Of((Document)changed!)), where);
            changes++;
        }

        Assert.True(changes > 900, $"{changes} changes");
    }

    [Fact]
    public void Versions_in_another_order_have_another_key()
    {
        var other = Full with { Fingerprint = "x" };
        Assert.NotEqual(DocumentKey.Of(Full, other), DocumentKey.Of(other, Full));
        Assert.NotEqual(DocumentKey.Of(Full), DocumentKey.Of(Full, Full));
    }

    [Theory]
    [InlineData(typeof(HoldsDelegate))]
    [InlineData(typeof(HoldsList))]
    [InlineData(typeof(HoldsObject))]
    [InlineData(typeof(MayChange))]
    [InlineData(typeof(Open))]
    public void What_may_change_or_cannot_be_told_is_refused(Type type) =>
        Assert.Throws<NotSupportedException>(() =>
        {
            try
            {
                KeyWalks.Make(type).DynamicInvoke(Activator.CreateInstance(type), new KeySink());
            }
            catch (TargetInvocationException wrapped)
            {
                for (Exception inner = wrapped; ; inner = inner.InnerException!)
                {
                    if (inner is NotSupportedException refusal)
                        throw refusal;
                }
            }
        });

    // Every document that differs from this one in a single value, told by its path.
    private static IEnumerable<(string Where, object? Changed)> Changes(Type type, object? value, string where)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            if (value is null)
                return [(where, RuntimeHelpers.GetUninitializedObject(underlying))];
            return Changes(underlying, value, where).Append((where + " none", null));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return (IEnumerable<(string, object?)>)
                Generic(nameof(Items), type.GetGenericArguments()[0]).Invoke(null, [value, where])!;
        return value switch
        {
            null when type == typeof(string) => [(where, "x")],
            null => type.IsAbstract ? [] : [(where, RuntimeHelpers.GetUninitializedObject(type))],
            string text => [(where, text + "x")],
            bool flag => [(where, !flag)],
            byte number => [(where, (byte)(number ^ 1))],
            int number => [(where, number + 1)],
            double number => [(where, number + 1)],
            DateOnly date => [(where, date.AddDays(1))],
            Enum word =>
            [
                (
                    where,
                    Enum.ToObject(
                        word.GetType(),
                        Convert.ToInt32(word, System.Globalization.CultureInfo.InvariantCulture) + 1
                    )
                ),
            ],
            _ => Fields(value, where),
        };
    }

    private static IEnumerable<(string Where, object? Changed)> Fields(object value, string where)
    {
        foreach (var field in AllFields(value.GetType()))
        {
            foreach (
                var (place, changed) in Changes(
                    field.FieldType,
                    field.GetValue(value),
                    $"{where}.{value.GetType().Name}{field.Name}"
                )
            )
            {
                var copy = typeof(object)
                    .GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!
                    .Invoke(value, [])!;
                field.SetValue(copy, changed);
                yield return (place, copy);
            }
        }
    }

    private static IEnumerable<(string Where, object? Changed)> Items<T>(ImmutableArray<T> items, string where)
    {
        if (items.IsDefaultOrEmpty)
            yield break;
        yield return (where + " cut", items[..^1]);
        for (var i = 0; i < items.Length; i++)
        {
            foreach (var (place, changed) in Changes(typeof(T), items[i], $"{where}[{i}]"))
                yield return (place, items.SetItem(i, (T)changed!));
        }
    }

    private static MethodInfo Generic(string name, Type type) =>
        typeof(DocumentKeyTests).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);

    private static IEnumerable<FieldInfo> AllFields(Type type)
    {
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (
                var field in level.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
                yield return field;
        }
    }

    private static void Collect(object? value, HashSet<Type> held)
    {
        if (value is null or string or DateOnly or Enum || value.GetType().IsPrimitive)
            return;
        held.Add(value.GetType());
        if (
            value is System.Collections.IEnumerable items
            && value.GetType().GetProperty("IsDefault")?.GetValue(value) is not true
        )
        {
            foreach (var item in items)
                Collect(item, held);
        }

        if (value.GetType().Namespace!.StartsWith("System", StringComparison.Ordinal))
            return;
        foreach (var field in AllFields(value.GetType()))
            Collect(field.GetValue(value), held);
    }

    private sealed record HoldsDelegate
    {
        public Func<int> Make { get; init; } = () => 1;
    }

    private sealed record HoldsList
    {
        public List<int> Items { get; init; } = [];
    }

    private sealed record HoldsObject
    {
        public object Anything { get; init; } = 1;
    }

    private sealed record MayChange
    {
        public int Count { get; set; }
    }

#pragma warning disable CA1852 // It is open on purpose: the walk must refuse it.
    private record Open
#pragma warning restore CA1852
    {
        public int Count { get; init; }
    }
}
