using SpatialPlan.Server.Accounts;

namespace SpatialPlan.Server.Writing;

public static class WrittenActor
{
    extension(Actor actor)
    {
        /// <summary>As whom versions and events name somebody, for ever: an account may get another name, and its name another account.</summary>
        public string WrittenAs => actor.Id.ToString("D");
    }
}
