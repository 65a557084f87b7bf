namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>
/// Counters at a point of the document（序号）: a value, so that any block can be measured again from where it stood.
/// </summary>
internal struct Counters
{
    public int Headings;
    public int Tables;
    public int Figures;
    public int Notes;
}
