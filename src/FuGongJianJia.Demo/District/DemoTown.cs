namespace FuGongJianJia.Demo.District;

/// <summary>A town-level unit of the demo（演示镇街）.</summary>
internal sealed record DemoTown(int Number, string Code, string Place, double Quality, double Drift)
{
    public string UnionName => Place + "总工会";
}
