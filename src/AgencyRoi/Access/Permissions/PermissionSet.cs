namespace AgencyRoi.Access.Permissions;

/// <summary>Some permissions. Two sets are equal when they hold the same.</summary>
internal readonly record struct PermissionSet
{
    private readonly uint bits;

    private PermissionSet(uint bits) => this.bits = bits;

    public static PermissionSet Of(params IEnumerable<Permission> permissions) =>
        new(permissions.Aggregate(0u, (bits, permission) => bits | Bit(permission)));

    public static PermissionSet All { get; } = Of(Enum.GetValues<Permission>());

    public bool Contains(Permission permission) => (bits & Bit(permission)) != 0;

    /// <summary>Whether everything in <paramref name="other"/> is here too.</summary>
    public bool Covers(PermissionSet other) => (bits & other.bits) == other.bits;

    public PermissionSet Both(PermissionSet other) => new(bits & other.bits);

    /// <summary>In the order of the enumeration.</summary>
    public IReadOnlyList<Permission> ToList() => [.. Enum.GetValues<Permission>().Where(Contains)];

    private static uint Bit(Permission permission) => 1u << (int)permission;
}
