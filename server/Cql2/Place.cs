namespace SpatialPlan.Server.Cql2;

/// <summary>Where in the filter something stands, in characters from its start. Trees that differ only in their places are equal.</summary>
public readonly struct Place(int offset) : IEquatable<Place>
{
    public int Offset { get; } = offset;

    public static bool operator ==(Place one, Place other) => one.Equals(other);

    public static bool operator !=(Place one, Place other) => !one.Equals(other);

    public bool Equals(Place other) => true;

    public override bool Equals(object? obj) => obj is Place;

    public override int GetHashCode() => 0;
}
