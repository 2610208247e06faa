-- wrk's script: one body, posted again and again. The body and headers come from the environment.
wrk.method = "POST"
wrk.body = os.getenv("WRK_BODY")
wrk.headers["content-type"] = "application/json"
local authorization = os.getenv("WRK_AUTHORIZATION")
if authorization then wrk.headers["authorization"] = authorization end
local name, value = (os.getenv("WRK_HEADER") or ""):match("^([^:]+): (.+)$")
if name then wrk.headers[name] = value end
