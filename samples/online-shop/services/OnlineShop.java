import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The five services of an online shop, each on a port of its own of the loopback address: users, products, billing,
 * notifications, orders. Their data is fixed, and so is what goes wrong: it depends on the user and the product of a
 * request alone. Run with {@code java OnlineShop.java}: prints {@code ready} and the ports, and ends when its standard
 * input does.
 */
final class OnlineShop {
    private static final int USERS = 18081;
    private static final int PRODUCTS = 18082;
    private static final int BILLING = 18083;
    private static final int NOTIFICATIONS = 18084;
    private static final int ORDERS = 18086;

    private static final int LARGEST_BODY = 64 * 1024;
    private static final int THREADS = 32;
    private static final int SLOW_MILLIS = 3_000;

    private static final String BANK_IS_AWAY = "{\"error\": \"the bank does not answer\"}";
    private static final String WAREHOUSE_IS_AWAY = "{\"error\": \"the warehouse does not answer\"}";

    private static final Map<String, String> USER_BY_ID = Map.of(
            "user-123", user("user-123", "Ada", "ada@shop.example"),
            "user-124", user("user-124", "Cleo", "cleo@lost.example"),
            "user-125", user("user-125", "Bob", "bob@shop.example"),
            "user-126", user("user-126", "Dora", "dora@shop.example"),
            "user-127", user("user-127", "Emil", "emil@shop.example"),
            "user-128", user("user-128", "Fay", "fay@shop.example"));

    private static final Map<String, String> PRODUCT_BY_ID = Map.of(
            "product-456", product("product-456", "a teapot", "24.5", 12),
            "product-457", product("product-457", "a golden teapot", "2450", 0),
            "product-458", product("product-458", "a glass teapot", "31", 7),
            "product-459", product("product-459", "an iron teapot", "62.9", 3),
            "product-460", product("product-460", "a rare teapot", "410", 1));

    private final Ledger bills = new Ledger("paid", "refunded");
    private final Ledger orders = new Ledger("created", "cancelled");
    private final Map<String, String> alerts = Collections.synchronizedMap(new Latest<>());

    private OnlineShop() {}

    public static void main(String[] args) throws IOException {
        try {
            new OnlineShop().serveUntilInputEnds();
        } catch (BindException taken) {
            System.err.println("one of the ports " + USERS + " to " + ORDERS + " is taken");
            System.exit(1);
        }
    }

    private void serveUntilInputEnds() throws IOException {
        // An exchange that hangs is given up, so that it cannot keep a thread.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<HttpServer> servers = new ArrayList<>();
        servers.add(start(USERS, threads, this::users));
        servers.add(start(PRODUCTS, threads, this::products));
        servers.add(start(BILLING, threads, this::billing));
        servers.add(start(NOTIFICATIONS, threads, this::notifications));
        servers.add(start(ORDERS, threads, this::orders));
        System.out.println(
                "ready " + USERS + " " + PRODUCTS + " " + BILLING + " " + NOTIFICATIONS + " " + ORDERS);
        while (System.in.read() >= 0) {
            // Whoever started this program keeps its input open for as long as it is wanted.
        }
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    private Answer users(Request request) {
        return request.is("GET /users/") ? Answer.found(USER_BY_ID.get(request.last())) : Answer.NOT_FOUND;
    }

    private Answer products(Request request) {
        if (!request.is("GET /products/")) {
            return Answer.NOT_FOUND;
        }
        Answer found = Answer.found(PRODUCT_BY_ID.get(request.last()));
        return request.last().equals("product-460") ? found.late() : found;
    }

    /** A charge is made once for each key, and given back by the same key. */
    private Answer billing(Request request) {
        if (request.is("GET /bills/")) {
            return Answer.found(bills.show(request.last()));
        }
        if (request.is("DELETE /bills/")) {
            return new Answer(200, bills.undo(request.last()));
        }
        if (!request.is("POST /bills")) {
            return Answer.NOT_FOUND;
        }
        return switch (request.member("user_id")) {
            case "user-125" -> new Answer(402, "{\"reason\": \"the card was declined\"}");
            case "user-126" -> new Answer(503, BANK_IS_AWAY);
            case "user-127" -> bills.tries(request.key()) < 3 ? new Answer(503, BANK_IS_AWAY) : charge(request);
            case "user-128" -> charge(request).late();
            default -> charge(request);
        };
    }

    private Answer charge(Request request) {
        return new Answer(201, bills.make(request.key()));
    }

    private Answer notifications(Request request) {
        if (request.is("GET /alerts/")) {
            return Answer.found(alerts.get(request.last()));
        }
        if (request.is("POST /alerts")) {
            alerts.put(request.member("order"), "{\"text\": \"" + request.member("text") + "\"}");
            return new Answer(202, "{}");
        }
        if (!request.is("POST /emails")) {
            return Answer.NOT_FOUND;
        }
        return request.member("to").endsWith("@lost.example")
                ? new Answer(503, "{\"error\": \"the mail server of the receiver is away\"}")
                : new Answer(202, "{}");
    }

    private Answer orders(Request request) {
        if (request.is("GET /orders/")) {
            return Answer.found(orders.show(request.last()));
        }
        if (request.is("DELETE /orders/")) {
            return new Answer(200, orders.undo(request.last()));
        }
        if (!request.is("POST /orders")) {
            return Answer.NOT_FOUND;
        }
        return switch (request.member("product_id")) {
            case "product-458" -> new Answer(503, WAREHOUSE_IS_AWAY);
            case "product-459" -> create(request).late();
            default -> create(request);
        };
    }

    /** The number of an order follows from the user, so that the same order has the same answer each time. */
    private Answer create(Request request) {
        orders.make(request.key());
        int number = 666 + Integer.parseInt(request.member("user_id").replaceAll("\\D", ""));
        return new Answer(201, "{\"order_id\": \"" + number + "\"}");
    }

    private static String user(String id, String name, String email) {
        return "{\"id\": \"%s\", \"name\": \"%s\", \"email\": \"%s\"}".formatted(id, name, email);
    }

    private static String product(String id, String title, String price, int stock) {
        return "{\"id\": \"%s\", \"title\": \"%s\", \"price\": %s, \"currency\": \"EUR\", \"stock\": %d}"
                .formatted(id, title, price, stock);
    }

    private static HttpServer start(int port, ExecutorService threads, Service service) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, service));
        server.start();
        return server;
    }

    private static void serve(HttpExchange exchange, Service service) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            Answer answer = body.length > LARGEST_BODY
                    ? new Answer(413, "{\"error\": \"too large\"}")
                    : service.answer(Request.of(exchange, body));
            Thread.sleep(answer.delayMillis());
            byte[] json = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(answer.status(), json.length);
            exchange.getResponseBody().write(json);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a service does: a request in, an answer out. */
    private interface Service {
        Answer answer(Request request);
    }

    /** What a service is asked; {@code key} is that of the header {@code Idempotency-Key}, empty without one. */
    private record Request(String line, String key, String body) {

        static Request of(HttpExchange exchange, byte[] body) {
            String key = exchange.getRequestHeaders().getFirst("idempotency-key");
            return new Request(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
                    Objects.requireNonNullElse(key, ""),
                    new String(body, StandardCharsets.UTF_8));
        }

        /** Whether method and path are these; a path with a slash at its end is a folder. */
        boolean is(String methodAndPath) {
            return methodAndPath.endsWith("/") ? line.startsWith(methodAndPath) : line.equals(methodAndPath);
        }

        /** What stands behind the last slash. */
        String last() {
            return line.substring(line.lastIndexOf('/') + 1);
        }

        /** A text member of the body, a flat object; empty when it is not there. */
        String member(String name) {
            Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]*)\"").matcher(body);
            return matcher.find() ? matcher.group(1) : "";
        }
    }

    /** What a service answers, its body as JSON. */
    private record Answer(int status, String json, int delayMillis) {
        static final Answer NOT_FOUND = new Answer(404, "{\"error\": \"not found\"}");

        Answer(int status, String json) {
            this(status, json, 0);
        }

        static Answer found(String json) {
            return json == null ? NOT_FOUND : new Answer(200, json);
        }

        Answer late() {
            return new Answer(status, json, SLOW_MILLIS);
        }
    }

    /** What a service has made by the callers' keys, and how often: the same key twice makes it once. */
    private static final class Ledger {
        private final String made;
        private final String undone;
        private final Map<String, String> states = new Latest<>();
        private final Map<String, Integer> times = new Latest<>();
        private final Map<String, Integer> tries = new Latest<>();

        Ledger(String made, String undone) {
            this.made = made;
            this.undone = undone;
        }

        synchronized String make(String key) {
            if (!made.equals(states.put(key, made))) {
                times.merge(key, 1, Integer::sum);
            }
            return show(key);
        }

        synchronized String undo(String key) {
            states.put(key, undone);
            return show(key);
        }

        synchronized int tries(String key) {
            return tries.merge(key, 1, Integer::sum);
        }

        /** Null for a key that was never used. */
        synchronized String show(String key) {
            return states.containsKey(key)
                    ? "{\"state\": \"%s\", \"times\": %d}".formatted(states.get(key), times.getOrDefault(key, 0))
                    : null;
        }
    }

    /** The thousand entries that came last. */
    private static final class Latest<V> extends LinkedHashMap<String, V> {
        private static final int MOST = 1_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST;
        }
    }
}
