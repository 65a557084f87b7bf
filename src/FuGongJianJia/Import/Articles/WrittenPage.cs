namespace FuGongJianJia.Import.Articles;

/// <summary>A page people wrote（input/pages, input/docs）.</summary>
/// <param name="Slug">Address below / or /docs/, such as docs/manual.</param>
/// <param name="Title">标题.</param>
/// <param name="Order">顺序 in navigation.</param>
/// <param name="Body">Markdown.</param>
public sealed record WrittenPage(string Slug, string Title, int Order, string Body);
