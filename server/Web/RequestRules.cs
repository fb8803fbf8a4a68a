namespace SpatialPlan.Server.Web;

/// <summary>What a request must keep to before anybody looks at what it wants, in the order in which it is asked.</summary>
public static class RequestRules
{
    public static void UseRequestRules(this WebApplication app)
    {
        app.RefuseNul();
        app.RefuseLongAddresses();
        app.UseAllowedMethods();
        app.UseRouting();
        app.UseOffers();
        app.UseRequestTimeouts();
    }
}
