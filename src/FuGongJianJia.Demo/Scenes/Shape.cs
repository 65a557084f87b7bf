namespace FuGongJianJia.Demo.Scenes;

/// <summary>A body of a scene.</summary>
internal abstract record Shape
{
    /// <summary>The first place that a ray meets.</summary>
    public abstract Hit Meets(Vector from, Vector ray);
}
