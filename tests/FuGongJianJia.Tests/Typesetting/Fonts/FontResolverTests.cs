using System.Buffers.Binary;
using System.Collections.Immutable;
using FuGongJianJia.Tests.Typesetting.Pdf;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Fonts.Tables;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Pdf;

namespace FuGongJianJia.Tests.Typesetting.Fonts;

public class FontResolverTests
{
    [Fact]
    public void Every_role_is_filled_from_the_fonts_of_debian()
    {
        var resolution = FontResolver.Resolve(TestFonts.Library);
        Assert.NotNull(resolution.Fonts);
        Assert.Equal(Enum.GetValues<FontRole>(), resolution.Roles.Select(r => r.Role));
        Assert.Equal(("Noto Serif CJK SC", 900, true), Summary(FontRole.Title));
        Assert.Equal(("Noto Serif CJK SC", 400, false), Summary(FontRole.Song));
        Assert.Equal(("Noto Sans CJK SC", 400, false), Summary(FontRole.Hei));
        Assert.Equal(("Noto Sans CJK SC", 700, false), Summary(FontRole.HeiBold));
        Assert.Equal(("霞鹜文楷", 400, false), Summary(FontRole.Kai));
        Assert.Contains("小标宋", resolution.Roles[0].Notice, StringComparison.Ordinal);
        Assert.Null(resolution.Roles[1].Notice);

        (string?, int, bool) Summary(FontRole role) =>
            resolution.Roles[(int)role] is var r
                ? (r.Got, resolution.Fonts[role].Main.Header.Weight, r.IsSubstitution)
                : default;
    }

    [Fact]
    public void Without_a_fangsong_another_face_stands_in_and_says_so()
    {
        var without = new FontLibrary(
            TestFonts.Files().Where(f => !f.Path.Contains("Fandol", StringComparison.Ordinal))
        );
        var role = FontResolver.Resolve(without).Roles[(int)FontRole.FangSong];
        Assert.True(role.IsSubstitution);
        Assert.Equal("霞鹜文楷", role.Got);
        Assert.Contains("“仿宋”以“霞鹜文楷”代替", role.Notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LXGWWenKai-Bold.ttf")]
    [InlineData("lxgw-wenkai/LXGWWenKai-Bold.ttf")]
    [InlineData("lxgw-wenkai\\LXGWWenKai-Bold.ttf")]
    public void A_setting_names_a_file_by_its_last_parts(string path)
    {
        var resolution = FontResolver.Resolve(TestFonts.Library, Settings("仿宋", path));
        var role = resolution.Roles[(int)FontRole.FangSong];
        Assert.EndsWith("LXGWWenKai-Bold.ttf", role.File, StringComparison.Ordinal);
        Assert.False(role.IsSubstitution);
        Assert.Empty(resolution.Problems);
    }

    [Fact]
    public void A_setting_names_a_face_of_a_collection()
    {
        var resolution = FontResolver.Resolve(TestFonts.Library, Settings("宋体", "NotoSerifCJK-Bold.ttc#2"));
        Assert.Equal("NotoSerifCJKsc-Bold", resolution.Fonts![FontRole.Song].Main.PostScriptName);
    }

    [Fact]
    public void A_setting_names_a_family_in_any_case()
    {
        var resolution = FontResolver.Resolve(TestFonts.Library, Settings("Hei", "lxgw wenkai mono"));
        Assert.Equal("霞鹜文楷等宽", resolution.Roles[(int)FontRole.Hei].Got);
    }

    [Fact]
    public void A_font_that_was_set_but_is_absent_is_a_problem_and_a_substitution()
    {
        var resolution = FontResolver.Resolve(TestFonts.Library, Settings("楷", "theme/fonts/没有.ttf"));
        Assert.Contains(resolution.Problems, p => p.Contains("theme/fonts/没有.ttf", StringComparison.Ordinal));
        Assert.True(resolution.Roles[(int)FontRole.Kai].IsSubstitution);
    }

    [Fact]
    public void An_unknown_role_in_the_settings_is_a_problem_that_lists_the_roles()
    {
        var problem = Assert.Single(FontResolver.Resolve(TestFonts.Library, Settings("隶书", "SimSun")).Problems);
        Assert.Contains("小标宋、宋、仿宋、黑、楷、粗黑", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_beside_fangsong_song_and_kai_are_serif_and_those_beside_other_faces_their_own()
    {
        // Debian has no Times New Roman: the 宋 of the document lends its letters.
        var fonts = TestFonts.Set;
        Assert.All(
            [FontRole.FangSong, FontRole.Song, FontRole.Kai],
            role =>
                Assert.All("2024年A类88.47%".Where(char.IsAscii), c => Assert.Same(TestFonts.NotoSerif, Of(role, c)))
        );
        Assert.Equal("FandolFang", Of(FontRole.FangSong, '年').FamilyName[..10]);
        Assert.All(
            [FontRole.Title, FontRole.Hei, FontRole.HeiBold],
            role => Assert.Same(fonts[role].Main, Of(role, '8'))
        );

        FontFace Of(FontRole role, char character)
        {
            Assert.True(fonts[role].TryFind(new System.Text.Rune(character), out var face, out _));
            return face;
        }
    }

    [Fact]
    public void The_settings_name_letters_for_all_serif_roles_or_for_one()
    {
        var settings = new Dictionary<string, ImmutableArray<string>>
        {
            ["仿宋西文"] = ["FandolFang"],
            ["西文"] = ["DejaVu Serif"],
            ["黑西文"] = ["DejaVuSans.ttf"],
        };
        var resolution = FontResolver.Resolve(TestFonts.Library, settings);
        var fonts = resolution.Fonts!;
        Assert.Empty(resolution.Problems);
        Assert.Equal("DejaVu Serif", fonts[FontRole.Song].Latin!.FamilyName);
        Assert.Equal("DejaVu Serif", fonts[FontRole.Kai].Latin!.FamilyName);
        Assert.Equal("DejaVu Sans", fonts[FontRole.Hei].Latin!.FamilyName);
        Assert.Null(fonts[FontRole.Title].Latin);

        // The face itself is asked for: its own letters again.
        Assert.Null(fonts[FontRole.FangSong].Latin);
        Assert.NotEqual(TestFonts.Set.Fingerprint, fonts.Fingerprint);
    }

    [Fact]
    public void Letters_that_are_set_and_absent_are_a_problem_and_the_song_lends_its_own()
    {
        var resolution = FontResolver.Resolve(TestFonts.Library, Settings("西文", "没有的字体"));
        Assert.Contains(
            resolution.Problems,
            p => p.Contains("“仿宋西文”指定的字体“没有的字体”", StringComparison.Ordinal)
        );
        Assert.Same(resolution.Fonts![FontRole.Song].Main, resolution.Fonts[FontRole.FangSong].Latin);
    }

    [Theory]
    [InlineData('～')]
    [InlineData('－')]
    public void A_sign_of_one_em_that_a_face_draws_narrow_comes_from_one_that_draws_it_wide(char sign)
    {
        var fang = TestFonts.Set[FontRole.FangSong];
        Assert.True(fang.Main.TryGetGlyph(new System.Text.Rune(sign), out var narrow));
        Assert.True(fang.Main.InkBox(narrow) is var own && own.Right - own.Left < 0.5);
        Assert.True(fang.TryFind(new System.Text.Rune(sign), out var face, out var glyph));
        Assert.True(face.InkBox(glyph) is var ink && ink.Right - ink.Left > 0.7);
    }

    [Fact]
    public void A_pinned_file_named_after_a_role_goes_first()
    {
        var bold = TestFonts.Library.Find("LXGW WenKai", 700)!;
        var library = new FontLibrary(
            TestFonts.Files().Append(new FontFile("theme/fonts/小标宋.ttf", bold.File.Open) { Pinned = true })
        );
        var role = FontResolver.Resolve(library).Roles[(int)FontRole.Title];
        Assert.Equal("theme/fonts/小标宋.ttf", role.File);
        Assert.False(role.IsSubstitution);
    }

    [Fact]
    public void The_song_of_the_document_is_the_first_fallback_of_its_kai()
    {
        var settings = new Dictionary<string, ImmutableArray<string>>
        {
            ["宋"] = ["Noto Serif CJK JP"],
            ["楷"] = ["LXGW WenKai"],
        };
        var kai = FontResolver.Resolve(TestFonts.Library, settings).Fonts![FontRole.Kai];
        Assert.Equal("Noto Serif CJK JP", kai.Chain[1].FamilyName);
    }

    [Fact]
    public void A_face_that_must_not_be_embedded_is_named_not_used_and_never_written()
    {
        var bytes = File.ReadAllBytes(TestFonts.Library.Find("LXGW WenKai")!.File.Path);
        Forbid(bytes);
        var files = TestFonts
            .Files()
            .Where(f => !f.Path.Contains("WenKai", StringComparison.Ordinal))
            .Append(new FontFile("theme/fonts/楷.ttf", () => new MemoryStream(bytes)) { Pinned = true });
        var resolution = FontResolver.Resolve(new FontLibrary(files));
        Assert.NotEqual("theme/fonts/楷.ttf", resolution.Roles.Single(r => r.Role == FontRole.Kai).File);
        Assert.All(
            Enum.GetValues<FontRole>(),
            role =>
                Assert.DoesNotContain(resolution.Fonts![role].Chain, f => f.Embedding == EmbeddingPermission.Forbidden)
        );
        Assert.Contains(
            resolution.Problems,
            p =>
                p.Contains("theme/fonts/楷.ttf", StringComparison.Ordinal)
                && p.Contains("不允许嵌入", StringComparison.Ordinal)
        );

        var face = new Typeface(FontRole.Kai, [TestFonts.Parse(bytes)]);
        var line = SampleDocument.OfLine(SampleDocument.Line(face, "工会", 12, 80, 100, new StructureNode("P", null)));
        Assert.Contains(
            "must not be embedded",
            Assert.Throws<ArgumentException>(() => PdfWriter.Write(line)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_any_chinese_font_the_result_says_so_for_every_role()
    {
        var resolution = FontResolver.Resolve(new FontLibrary([]));
        Assert.Null(resolution.Fonts);
        Assert.All(resolution.Roles, r => Assert.Contains("没有可用的字体", r.Notice, StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_file_among_the_fonts_is_named_and_the_rest_is_used()
    {
        var library = new FontLibrary(
            TestFonts.Files().Append(new FontFile("坏.ttf", () => new MemoryStream([1, 2, 3])))
        );
        Assert.Equal("坏.ttf", Assert.Single(library.Unreadable).File.Path);
        var resolution = FontResolver.Resolve(library);
        Assert.NotNull(resolution.Fonts);
        Assert.Empty(resolution.Problems);
    }

    [Fact]
    public void A_damaged_file_that_the_user_put_beside_the_theme_is_a_problem()
    {
        var file = new FontFile("theme/fonts/小标宋.ttf", () => new MemoryStream([1, 2, 3])) { Pinned = true };
        var resolution = FontResolver.Resolve(new FontLibrary(TestFonts.Files().Append(file)));
        Assert.Contains("theme/fonts/小标宋.ttf", Assert.Single(resolution.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_role_name_is_understood()
    {
        foreach (var role in Enum.GetValues<FontRole>())
        {
            Assert.True(FontPreferences.TryParseRole(FontPreferences.NameOf(role), out var parsed));
            Assert.Equal(role, parsed);
            Assert.NotEmpty(FontPreferences.Of(role));
        }
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> Settings(string role, params string[] fonts) =>
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(role, [.. fonts]);

    // OS/2 fsType 2: restricted licence embedding.
    private static void Forbid(byte[] font)
    {
        var record = font.AsSpan().IndexOf("OS/2"u8);
        var table = BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(record + 8));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(table + 8), 2);
    }
}
