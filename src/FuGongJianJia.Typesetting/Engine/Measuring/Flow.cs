using FuGongJianJia.Typesetting.Engine.Boxes;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Boxes as they are gathered（版流）, with what the next one must cling to.</summary>
internal sealed class Flow
{
    internal List<Box> Boxes { get; } = [];

    /// <summary>What the next box must cling to.</summary>
    internal Keep Pending { get; private set; }

    /// <summary>The next box stays with what is there.</summary>
    internal void KeepNext(Keep keep) => Pending = keep;

    internal void Add(Box box)
    {
        if (Pending > box.Keep)
            box.Keep = Pending;
        Pending = Keep.Free;
        Boxes.Add(box);
    }

    /// <summary>Adds boxes that stay together.</summary>
    internal void AddKept(List<Box> boxes)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            if (i > 0)
                boxes[i].Keep = Keep.Together;
            Add(boxes[i]);
        }
    }
}
