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
    /// <summary>First choice.</summary>
    public FontFace Main => Chain[0];

    /// <summary>
    /// The first face with a glyph for the character; false gives the main face and glyph 0 (.notdef).
    /// </summary>
    /// <remarks>
    /// Chinese quotation marks take a full em (GB/T 15834 5.1), but share their code points with Western ones, and some
    /// Chinese faces (LXGW WenKai) draw those: then the first face whose mark is full width is taken, if there is one.
    /// </remarks>
    public bool TryFind(Rune character, out FontFace face, out ushort glyph)
    {
        if (character.Value is '‘' or '’' or '“' or '”' && TryFindWide(character, out face, out glyph))
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

    private bool TryFindWide(Rune character, out FontFace face, out ushort glyph)
    {
        foreach (var candidate in Chain)
        {
            if (candidate.TryGetGlyph(character, out glyph) && candidate.AdvanceOf(glyph) >= 0.9)
            {
                face = candidate;
                return true;
            }
        }

        (face, glyph) = (Main, 0);
        return false;
    }
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
            foreach (var face in typeface.Chain)
            {
                BinaryPrimitives.WriteInt32LittleEndian(number, face.Index);
                hash.AppendData(number);
                hash.AppendData(digests[face.Tables.Source]);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
