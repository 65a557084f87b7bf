using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using QRCoder;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// QR code（二维码）as one vector path; runs of dark modules are joined, so that no hairlines show between them.
/// </summary>
public static class QrCode
{
    /// <summary>
    /// Draws an address, error correction M, with the quiet zone of four modules that ISO/IEC 18004 asks for.
    /// </summary>
    public static Drawing Of(string address, double side)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        // QRCoder's matrix already holds the quiet zone.
        var matrix = data.ModuleMatrix;
        var module = side / matrix.Count;
        var segments = ImmutableArray.CreateBuilder<Segment>();
        for (var row = 0; row < matrix.Count; row++)
        {
            for (var column = 0; column < matrix.Count; )
            {
                var start = column;
                while (column < matrix.Count && matrix[row][column])
                {
                    column++;
                }

                if (column > start)
                {
                    segments.AddRange(
                        Shapes.Rectangle(start * module, row * module, (column - start) * module, module)
                    );
                }

                column += column == start ? 1 : 0;
            }
        }

        return new Drawing
        {
            Width = side,
            Height = side,
            Marks = [new PathMark(segments.ToImmutable(), new Fill(Palette.Ink), null)],
            Title = "二维码",
            Description = $"二维码，内容为网址 {address}",
        };
    }
}
