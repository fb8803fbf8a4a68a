namespace SpatialPlan.Server.Web;

/// <summary>The version of the product, that of package.json: <c>1.2.3</c>.</summary>
public static class ProductVersion
{
    public static string Text { get; } = typeof(ProductVersion).Assembly.GetName().Version!.ToString(3);
}
