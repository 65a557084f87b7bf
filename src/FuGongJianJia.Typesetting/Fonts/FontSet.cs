using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Fonts;

/// <summary>A typeface of a role with its fallbacks（字体与后备）, tried glyph by glyph in order.</summary>
/// <param name="Role">Role.</param>
/// <param name="Chain">Faces, preferred first; never empty.</param>
public sealed record Typeface(FontRole Role, ImmutableArray<FontFace> Chain)
{
    // A sign of one em whose ink takes less of it than this, ems, is a Western one put into a wide box.
    private const double WideInk = 0.6;
    private const double WideAdvance = 0.9;

    /// <summary>First choice.</summary>
    public FontFace Main => Chain[0];

    /// <summary>
    /// The face of the chain that letters, figures and their signs come from（西文）; null for those of
    /// <see cref="Main"/>.
    /// </summary>
    public FontFace? Latin { get; init; }

    /// <summary>
    /// The first face with a glyph for the character; false gives the main face and glyph 0 (.notdef).
    /// </summary>
    /// <remarks>
    /// Some signs of one em (GB/T 15834 5.1) are drawn as Western ones by some Chinese faces: quotation marks, which
    /// share their code points (LXGW WenKai), ～ and － (FandolFang). Then the first face that draws a wide one is taken,
    /// if there is one.
    /// </remarks>
    public bool TryFind(Rune character, out FontFace face, out ushort glyph)
    {
        if (Latin is { } latin && IsWestern(character.Value) && latin.TryGetGlyph(character, out glyph))
        {
            face = latin;
            return true;
        }

        if (character.Value is '‘' or '’' or '“' or '”' or '～' or '－' && TryFindWide(character, out face, out glyph))
            return true;
        foreach (var candidate in Chain)
        {
            if (candidate.TryGetGlyph(character, out glyph))
            {
                face = candidate;
                return true;
            }
        }

        (face, glyph) = (Main, 0);
        return false;
    }

    // Letters, figures and the signs that stand among them. Those that Chinese text has too (· — … “ ” ① ℃ ㎡) come
    // from the Chinese face.
    private static bool IsWestern(int character) =>
        character
            is (>= ' ' and < '\u0530' and not '·')
                or (>= '\u1E00' and < '\u2000')
                or '‰'
                or '′'
                or '″'
                or '€'
                or '−'
                or '≈'
                or '≠'
                or '≤'
                or '≥';

    private bool TryFindWide(Rune character, out FontFace face, out ushort glyph)
    {
        foreach (var candidate in Chain)
        {
            if (candidate.TryGetGlyph(character, out glyph) && IsWide(candidate, glyph, character.Value))
            {
                face = candidate;
                return true;
            }
        }

        (face, glyph) = (Main, 0);
        return false;
    }

    private static bool IsWide(FontFace face, ushort glyph, int character) =>
        face.AdvanceOf(glyph) >= WideAdvance
        && (character is not ('～' or '－') || (face.InkBox(glyph) is var ink && ink.Right - ink.Left >= WideInk));
}

/// <summary>The faces of a document, one typeface a role（字体集）; shared by threads.</summary>
public sealed class FontSet
{
    private readonly ImmutableArray<Typeface> _typefaces;
    private readonly Lazy<string> _fingerprint;

    /// <summary>Makes a set.</summary>
    /// <exception cref="ArgumentException">A role is missing.</exception>
    public FontSet(IEnumerable<Typeface> typefaces)
    {
        var byRole = typefaces.ToDictionary(t => t.Role);
        _typefaces =
        [
            .. Enum.GetValues<FontRole>()
                .Select(role =>
                    byRole.TryGetValue(role, out var typeface)
                        ? typeface
                        : throw new ArgumentException($"No typeface for role {role}.", nameof(typefaces))
                ),
        ];
        _fingerprint = new Lazy<string>(TakeFingerprint);
    }

    /// <summary>
    /// SHA-256 of the files and faces of every role in order, in lower-case hexadecimal: same faces, same glyphs. Reads
    /// every file once.
    /// </summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>Typeface of a role.</summary>
    public Typeface this[FontRole role] => _typefaces[(int)role];

    private string TakeFingerprint()
    {
        var digests = _typefaces
            .SelectMany(t => t.Chain)
            .Select(f => f.Tables.Source)
            .Distinct()
            .AsParallel()
            .ToDictionary(source => source, source => source.Digest());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[4];
        foreach (var typeface in _typefaces)
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, typeface.Chain.Length);
            hash.AppendData(number);
            var latin = typeface.Latin is { } face ? typeface.Chain.IndexOf(face) : -1;
            BinaryPrimitives.WriteInt32LittleEndian(number, latin);
            hash.AppendData(number);
            foreach (var member in typeface.Chain)
            {
                BinaryPrimitives.WriteInt32LittleEndian(number, member.Index);
                hash.AppendData(number);
                hash.AppendData(digests[member.Tables.Source]);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
