FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/AgencyRoi -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY samples samples
USER $APP_UID
EXPOSE 5080
ENTRYPOINT ["dotnet", "AgencyRoi.dll"]
