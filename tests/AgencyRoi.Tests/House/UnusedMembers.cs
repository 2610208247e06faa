using System.Runtime.CompilerServices;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AgencyRoi.Tests.House;

/// <summary>
/// Which functions of a library a program never reaches, as the compiled code says. Of the program whole types are followed, since the schema finds
/// their members by reflection; of the library single functions. What overrides or implements is reached with its type.
/// </summary>
internal sealed class UnusedMembers
{
    private readonly string library;
    private readonly string house;
    private readonly HashSet<MemberReference> reached = [];
    private readonly Queue<MethodDefinition> bodies = [];

    /// <param name="root">The type that the program starts at.</param>
    /// <param name="library">The namespace whose functions are looked at.</param>
    /// <param name="house">The namespace that all types lie in which are followed.</param>
    public UnusedMembers(Type root, string library, string house)
    {
        (this.library, this.house) = (library, house);
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        Modules = resolver;
        Reach(Module(root.Assembly).GetType(root.FullName));
        while (bodies.TryDequeue(out var method))
            Follow(method);
    }

    private DefaultAssemblyResolver Modules { get; }

    /// <summary>The public functions of an assembly's types that are not reached, as <c>Type.Member</c>.</summary>
    public IReadOnlyList<string> Of(System.Reflection.Assembly assembly) =>
        [
            .. Module(assembly)
                .GetTypes()
                .Where(type => IsOfLibrary(type) && IsPublic(type))
                .SelectMany(Unused)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    // By one resolver: it reads an assembly once, so that a member is the same object wherever it is named.
    private ModuleDefinition Module(System.Reflection.Assembly assembly) =>
        Modules.Resolve(AssemblyNameReference.Parse(assembly.FullName)).MainModule;

    private IEnumerable<string> Unused(TypeDefinition type) =>
        type.IsEnum || type.IsInterface
            ? reached.Contains(type)
                ? []
                : [Name(type)]
            : type
                .Methods.Where(method => method.IsPublic && IsFunction(method) && !reached.Contains(method))
                .Select(method => $"{Name(type)}.{method.Name.Replace("get_", "", StringComparison.Ordinal)}");

    // What the compiler writes for a record is no function that somebody thought of, nor is reading what its constructor was given.
    private static bool IsFunction(MethodDefinition method) =>
        !method.IsConstructor
        && !method.IsSetter
        && !method.IsVirtual
        && (method.IsGetter ? !IsGiven(method) : !method.CustomAttributes.Any(IsCompilerGenerated));

    private static bool IsGiven(MethodDefinition getter) =>
        getter.CustomAttributes.Any(IsCompilerGenerated)
        && getter.DeclaringType.Methods.Any(method =>
            method.IsConstructor && method.Parameters.Any(given => "get_" + given.Name == getter.Name)
        );

    private static bool IsCompilerGenerated(CustomAttribute attribute) =>
        attribute.AttributeType.FullName == typeof(CompilerGeneratedAttribute).FullName;

    private void Follow(MethodDefinition method)
    {
        Reach(method.ReturnType);
        foreach (var parameter in method.Parameters)
            Reach(parameter.ParameterType);
        if (!method.HasBody)
            return;
        foreach (var local in method.Body.Variables)
            Reach(local.VariableType);
        foreach (var operand in method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MemberReference>())
            Reach(operand);
    }

    private void Reach(MemberReference member)
    {
        switch (member)
        {
            case TypeReference type:
                ReachType(type);
                break;
            case MethodReference called:
                ReachType(called.DeclaringType);
                foreach (var argument in (called as GenericInstanceMethod)?.GenericArguments ?? [])
                    ReachType(argument);
                if (IsOfHouse(called.DeclaringType.GetElementType()) && called.Resolve() is { } method)
                    ReachMethod(method);
                break;
            case FieldReference field:
                ReachType(field.DeclaringType);
                ReachType(field.FieldType);
                break;
        }
    }

    private void ReachMethod(MethodDefinition method)
    {
        if (reached.Add(method))
            bodies.Enqueue(method);
    }

    private void ReachType(TypeReference reference)
    {
        foreach (var argument in (reference as GenericInstanceType)?.GenericArguments ?? [])
            ReachType(argument);
        if (reference.GetElementType() is not { } element || !IsOfHouse(element) || element.Resolve() is not { } type || !reached.Add(type))
            return;
        if (type.BaseType is { } parent)
            ReachType(parent);
        foreach (var method in type.Methods.Where(each => !IsOfLibrary(type) || each.IsVirtual || (each.IsConstructor && each.IsStatic)))
            ReachMethod(method);
        foreach (var field in type.Fields)
            ReachType(field.FieldType);
    }

    // The program's own start lies in no namespace.
    private bool IsOfHouse(TypeReference type) =>
        NamespaceOf(type) is var space && (space == "" || space.StartsWith(house, StringComparison.Ordinal));

    private bool IsOfLibrary(TypeReference type) => NamespaceOf(type).StartsWith(library, StringComparison.Ordinal);

    // A nested type has no namespace of its own.
    private static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;

    private static bool IsPublic(TypeDefinition type) => type.IsPublic || (type.IsNestedPublic && IsPublic(type.DeclaringType));

    private static string Name(TypeDefinition type) => type.DeclaringType is { } outer ? $"{Name(outer)}.{type.Name}" : type.Name;
}
