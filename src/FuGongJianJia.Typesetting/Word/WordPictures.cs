using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>Drawings and pictures in the line（图）, each with its alternative text.</summary>
internal sealed class WordPictures(MainDocumentPart part)
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47];

    private uint _count;

    /// <summary>A drawing, as a metafile.</summary>
    internal W.Run Drawing(Drawing.Drawing drawing, double width, double height, string alt) =>
        Add(MetafileWriter.Write(drawing), ImagePartType.Emf, width, height, alt);

    /// <summary>A JPEG or PNG, byte for byte.</summary>
    internal W.Run Image(ImmutableArray<byte> content, double width, double height, string alt) =>
        Add(
            [.. content],
            content.AsSpan().StartsWith(PngSignature) ? ImagePartType.Png : ImagePartType.Jpeg,
            width,
            height,
            alt
        );

    private W.Run Add(byte[] content, PartTypeInfo kind, double width, double height, string alt)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"picture{++_count}");
        var image = part.AddImagePart(kind, name);
        using (var stream = new MemoryStream(content))
        {
            image.FeedData(stream);
        }

        var (cx, cy) = (WordUnits.Emus(width), WordUnits.Emus(height));
        return new W.Run(
            new W.Drawing(
                new Wp.Inline(
                    new Wp.Extent { Cx = cx, Cy = cy },
                    new Wp.DocProperties
                    {
                        Id = _count,
                        Name = name,
                        Description = alt,
                    },
                    new Wp.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
                    new A.Graphic(
                        new A.GraphicData(
                            new Pic.Picture(
                                new Pic.NonVisualPictureProperties(
                                    new Pic.NonVisualDrawingProperties { Id = _count, Name = name },
                                    new Pic.NonVisualPictureDrawingProperties()
                                ),
                                new Pic.BlipFill(new A.Blip { Embed = name }, new A.Stretch(new A.FillRectangle())),
                                new Pic.ShapeProperties(
                                    new A.Transform2D(
                                        new A.Offset { X = 0, Y = 0 },
                                        new A.Extents { Cx = cx, Cy = cy }
                                    ),
                                    new A.PresetGeometry(new A.AdjustValueList())
                                    {
                                        Preset = A.ShapeTypeValues.Rectangle,
                                    }
                                )
                            )
                        )
                        {
                            Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
                        }
                    )
                )
                {
                    DistanceFromTop = 0,
                    DistanceFromBottom = 0,
                    DistanceFromLeft = 0,
                    DistanceFromRight = 0,
                }
            )
        );
    }
}
