namespace SpatialPlan.Server.Database;

/// <summary>How many connections each of the pools of a server has at most; together they are the number that the settings allow.</summary>
public readonly record struct PoolSizes(int Public, int Filtered, int Bulk, int Tiles, int FilteredTiles, int Staff, int Listener)
{
    public int Sum => Public + Filtered + Bulk + Tiles + FilteredTiles + Staff + Listener;

    public static PoolSizes Of(int connections, int cores)
    {
        const int listener = 1;

        // Whoever writes waits for the disk, and for whoever has the same set: others must be able to say who they are meanwhile.
        var staff = Math.Clamp(connections / 6, 4, 8);

        // A tile keeps a core of PostgreSQL busy: more of them at a time than cores only wait for each other.
        var tiles = Math.Min(Math.Max(4, 2 * cores), connections / 5);
        var rest = connections - staff - listener - (2 * tiles);

        // A reader that is slow to take its answer holds a connection; there must be others.
        var (filtered, bulk) = (rest / 4, rest / 4);
        return new(rest - filtered - bulk, filtered, bulk, tiles, tiles, staff, listener);
    }
}
